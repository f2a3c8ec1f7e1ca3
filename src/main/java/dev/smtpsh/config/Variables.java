package dev.smtpsh.config;

import dev.smtpsh.config.kind.Kind;
import dev.smtpsh.smtp.command.Spelling;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the environment sets: {@code SMTPSH_} and the name of a key, and a few variables that many programs know.
 *
 * @param settings what was understood
 * @param slips what was not
 */
public record Variables(List<Setting> settings, List<Slip> slips) {
    private static final String PREFIX = "SMTPSH_";
    // Of the launcher, of the rules for colours, and of the tests.
    private static final Set<String> OTHERS = Set.of("JAVA_HOME", "JAVA_OPTS", "NO_COLOR", "PEERS_REQUIRED");

    /**
     * The conventions, in the order in which a later one wins.
     *
     * @param value what a key becomes if the variable is there
     */
    private record Convention(String variable, Key key, String value) {}

    private static final List<Convention> CONVENTIONS = List.of(
            new Convention("NO_COLOR", Key.COLOR, "never"),
            new Convention("SMTPSH_NO_COLOR", Key.COLOR, "never"),
            new Convention("FORCE_COLOR", Key.COLOR, "always"));

    public Variables {
        settings = List.copyOf(settings);
        slips = List.copyOf(slips);
    }

    public static Variables read(Map<String, String> environment) {
        Map<Key, Setting> found = new EnumMap<>(Key.class);
        List<Slip> slips = new ArrayList<>();
        for (Convention one : CONVENTIONS) {
            if (!environment.getOrDefault(one.variable(), "").isEmpty()) {
                found.put(one.key(), Setting.of(one.key(), one.value(), Origin.variable(one.variable())));
            }
        }
        String accessible = environment.getOrDefault("ACCESSIBLE", "");
        if (!(accessible.isEmpty() || accessible.equals("0") || accessible.equals("false"))) {
            found.put(Key.ACCESSIBLE, Setting.of(Key.ACCESSIBLE, "on", Origin.variable("ACCESSIBLE")));
        }
        String pager = environment.getOrDefault("PAGER", "");
        if (!pager.isEmpty()) {
            found.put(Key.PAGER, Setting.of(Key.PAGER, pager, Origin.variable("PAGER")));
        }
        for (Key key : Key.values()) {
            own(key, environment, slips).ifPresent(setting -> found.put(key, setting));
        }
        slips.addAll(unknown(environment));
        return new Variables(List.copyOf(found.values()), slips);
    }

    // A variable that is there and empty counts as none, but where a key may be empty.
    private static Optional<Setting> own(Key key, Map<String, String> environment, List<Slip> slips) {
        String name = key.variable().orElse("");
        String value = environment.get(name);
        boolean absent =
                value == null || (value.isEmpty() && key.kind().wrong("").isPresent());
        if (name.isEmpty() || absent) {
            return Optional.empty();
        }
        Optional<Kind.Wrong> wrong = key.kind().wrong(value);
        wrong.ifPresent(refused ->
                slips.add(new Slip(true, "environment", name + " cannot be " + value, refused.why(), refused.mend())));
        return wrong.isPresent() ? Optional.empty() : Optional.of(Setting.of(key, value, Origin.variable(name)));
    }

    // Only what is nearly ours: the prefix may serve somebody else.
    private static List<Slip> unknown(Map<String, String> environment) {
        List<String> known = new ArrayList<>();
        for (Key key : Key.values()) {
            key.variable().ifPresent(name -> known.add(name.substring(PREFIX.length())));
        }
        List<Slip> slips = new ArrayList<>();
        for (String name : new TreeMap<>(environment).keySet()) {
            String rest = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : "";
            if (rest.isEmpty() || known.contains(rest) || OTHERS.contains(rest)) {
                continue;
            }
            Spelling.nearest(rest, known)
                    .ifPresent(near -> slips.add(new Slip(
                            false,
                            "environment",
                            "no setting is called " + name,
                            "It is left out",
                            "Did you mean " + PREFIX + near + "?")));
        }
        return slips;
    }
}
