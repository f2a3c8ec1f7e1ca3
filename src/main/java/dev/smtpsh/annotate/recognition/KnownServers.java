package dev.smtpsh.annotate.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Servers that are known by their host names and greetings. */
public final class KnownServers {
    private static final String SHIPPED = "/dev/smtpsh/annotate/servers.txt";
    private static final int FIELDS = 3;

    private final Map<String, String> providerByHost = new HashMap<>();
    private final List<Greeting> greetings = new ArrayList<>();

    private record Greeting(String words, String software) {}

    private KnownServers() {}

    /** Those that come with smtpsh. */
    public static KnownServers shipped() {
        try (InputStream in = KnownServers.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("smtpsh was built without " + SHIPPED);
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SHIPPED, e);
        }
    }

    /**
     * Reads a list in the form that {@code servers.txt} explains at its head.
     *
     * @throws IllegalArgumentException naming the first line that is no entry
     */
    public static KnownServers read(String text) {
        KnownServers known = new KnownServers();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(known::add);
        return known;
    }

    private void add(String line) {
        String[] fields = line.split(" \\| ", -1);
        boolean host = fields[0].equals("host");
        if (fields.length != FIELDS || !host && !fields[0].equals("greeting")) {
            throw new IllegalArgumentException("no entry of known servers: " + line);
        }
        String key = fields[1].strip().toLowerCase(Locale.ROOT);
        if (host) {
            providerByHost.put(key, fields[2].strip());
        } else {
            greetings.add(new Greeting(key, fields[2].strip()));
        }
    }

    /** The provider of a host, by the longest end of its name that is known. */
    public Optional<String> provider(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        while (!name.isEmpty()) {
            String provider = providerByHost.getOrDefault(name, providerByHost.get(anySecondLabel(name)));
            if (provider != null) {
                return Optional.of(provider);
            }
            int dot = name.indexOf('.');
            name = dot < 0 ? "" : name.substring(dot + 1);
        }
        return Optional.empty();
    }

    private static String anySecondLabel(String name) {
        int first = name.indexOf('.');
        int second = name.indexOf('.', first + 1);
        return first > 0 && second > 0 ? name.substring(0, first) + ".*" + name.substring(second) : name;
    }

    /**
     * The software that names itself in a greeting; a word in the host's own name does not count.
     *
     * @param greeting the text of the greeting, without its code
     */
    public Optional<String> software(String greeting) {
        String text = greeting.strip().toLowerCase(Locale.ROOT);
        int space = text.indexOf(' ');
        String words = space < 0 ? "" : text.substring(space + 1);
        for (Greeting known : greetings) {
            if (words.contains(known.words)) {
                return Optional.of(known.software);
            }
        }
        return Optional.empty();
    }

    /** The name a host gives itself at the beginning of a greeting; empty if no host name stands there. */
    public static Optional<String> greetedBy(String greeting) {
        String text = greeting.strip();
        int space = text.indexOf(' ');
        String word = space < 0 ? text : text.substring(0, space);
        return word.indexOf('.') > 0 ? Optional.of(word) : Optional.empty();
    }

    /** All names of providers and software there are. */
    public Collection<String> names() {
        Set<String> names = new LinkedHashSet<>(providerByHost.values());
        greetings.forEach(greeting -> names.add(greeting.software));
        return names;
    }
}
