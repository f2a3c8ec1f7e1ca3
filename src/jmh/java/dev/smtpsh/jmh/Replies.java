package dev.smtpsh.jmh;

import dev.smtpsh.annotate.knowledge.Conditions.Literal;
import dev.smtpsh.annotate.knowledge.RuleFiles.Example;
import dev.smtpsh.annotate.knowledge.RuleFiles.Written;
import dev.smtpsh.annotate.knowledge.RuleReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes lines of replies as a list of refusals has them: the examples and near-misses of the shipped rules in random order,
 * with other addresses, hosts, IP addresses, queue ids and sizes in each line. The same lines every time.
 */
public final class Replies {
    private static final Path RULES = Path.of("src/main/resources/dev/smtpsh/annotate");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9-]+\\.[A-Za-z0-9.-]+[A-Za-z0-9]");
    private static final Pattern NUMBERED = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Za-z]*[0-9][0-9A-Za-z]{4,}");
    private static final String[] NAMES = {
        "amy", "bob", "carla", "dieter", "elena", "farid", "greta", "hiroshi", "ines", "jan", "kofi", "lu", "mailto", "nobody",
        "office", "postmaster", "queen", "relay", "sales", "user", "virusscan", "webmaster", "xaver", "yusuf", "zoe"
    };

    private final Random random = new Random(20261124);
    private final List<String> templates = new ArrayList<>();

    public Replies() throws IOException {
        for (Written written : rules()) {
            for (Example example : written.examples()) {
                templates.add(joined(example));
            }
            for (Example example : written.nearMisses()) {
                templates.add(joined(example));
            }
        }
    }

    /**
     * Writes to standard output.
     *
     * @param arguments a number of lines, and {@code diverse} if each is to hold names that no other has; or
     *     {@code patterns} for the texts that the rules look for, one a line
     */
    public static void main(String[] arguments) throws IOException {
        try (PrintStream out = new PrintStream(new BufferedOutputStream(System.out), false, StandardCharsets.UTF_8)) {
            if (arguments[0].equals("patterns")) {
                patterns().forEach(pattern -> out.print(pattern + "\n"));
                return;
            }
            Replies replies = new Replies();
            int count = Integer.parseInt(arguments[0]);
            boolean diverse = arguments.length > 1 && arguments[1].equals("diverse");
            for (int i = 0; i < count; i++) {
                out.print((diverse ? replies.diverse() : replies.next()) + "\n");
            }
        }
    }

    /** The next line. */
    public String next() {
        String line = templates.get(random.nextInt(templates.size()));
        line = ADDRESS.matcher(line).replaceAll(found -> address());
        // The code at the beginning stays.
        int text = Math.min(4, line.length());
        return line.substring(0, text)
                + NUMBERED.matcher(line.substring(text)).replaceAll(found -> another(found.group()));
    }

    /** The next line, with an address, a host and a queue id behind it that no other line has. */
    public String diverse() {
        String line = next();
        return switch (random.nextInt(4)) {
            case 0 -> line + " <" + letters() + "." + letters() + "@" + letters() + ".example>";
            case 1 -> line + " (" + letters() + "-" + letters() + ".example [" + random.nextInt(256) + "." + random.nextInt(256)
                    + "." + random.nextInt(256) + "." + random.nextInt(256) + "])";
            case 2 -> line + " " + letters() + random.nextInt(100_000) + letters();
            default -> line;
        };
    }

    private String letters() {
        StringBuilder letters = new StringBuilder();
        for (int i = 3 + random.nextInt(8); i > 0; i--) {
            letters.append("eeeetttaaaooiinnsshhrrddllccuummffppggwwyybbvk".charAt(random.nextInt(46)));
        }
        return letters.toString();
    }

    private String address() {
        String name = NAMES[random.nextInt(NAMES.length)];
        String host = NAMES[random.nextInt(NAMES.length)];
        return name + (random.nextBoolean() ? "" : "." + random.nextInt(10_000)) + "@" + host + random.nextInt(1000)
                + ".example";
    }

    private String another(String token) {
        StringBuilder other = new StringBuilder();
        for (char c : token.toCharArray()) {
            other.append(c >= '0' && c <= '9' ? (char) ('0' + random.nextInt(c > '2' ? 10 : 3)) : c);
        }
        return other.toString();
    }

    private static String joined(Example example) {
        return example.reply().replace("\r", "").replace("\n", " ");
    }

    private static TreeSet<String> patterns() throws IOException {
        TreeSet<String> patterns = new TreeSet<>();
        for (Written written : rules()) {
            for (Literal literal : written.rule().when().text()) {
                patterns.add(literal.folded());
            }
            for (Literal literal : written.rule().when().all()) {
                patterns.add(literal.folded());
            }
        }
        return patterns;
    }

    private static List<Written> rules() throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(RULES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return RuleReader.read(texts).rules();
    }
}
