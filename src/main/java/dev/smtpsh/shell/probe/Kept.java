package dev.smtpsh.shell.probe;

import dev.smtpsh.script.program.Builtin;
import dev.smtpsh.smtp.Octets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code let} has kept, and the variables that always have a value. */
final class Kept implements Function<String, String> {
    /** A variable was asked for that nothing was kept under. */
    static final class NoValue extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoValue(String name) {
            super(name, null, false, false);
        }
    }

    /**
     * A line with values in place of names.
     *
     * @param unknown the names nothing was kept under, which stay as they stand
     */
    record Filled(Octets line, List<String> unknown) {}

    private static final Pattern NAME = Pattern.compile("\\{\\{([A-Za-z][A-Za-z0-9_.-]*)}}");

    private final String helo;
    private Optional<Map<String, String>> values = Optional.empty();

    Kept(String helo) {
        this.helo = helo;
    }

    @Override
    public String apply(String name) {
        String value = values().get(name);
        if (value == null) {
            throw new NoValue(name);
        }
        return value;
    }

    void keep(String name, String value) {
        values().put(name, value);
    }

    /** Octet for octet the same but for names of what is kept. */
    Filled fill(Octets typed) {
        List<String> unknown = new ArrayList<>();
        Matcher names = NAME.matcher(typed.latin1());
        String filled = names.replaceAll(name -> Matcher.quoteReplacement(value(name, unknown)));
        return new Filled(unknown.isEmpty() && filled.equals(typed.latin1()) ? typed : Octets.latin1(filled), unknown);
    }

    private String value(MatchResult name, List<String> unknown) {
        String value = values().get(name.group(1));
        if (value == null) {
            unknown.add(name.group());
            return name.group();
        }
        return Octets.utf8(value).latin1();
    }

    private Map<String, String> values() {
        if (values.isEmpty()) {
            values = Optional.of(new HashMap<>(Builtin.of(helo)));
        }
        return values.get();
    }
}
