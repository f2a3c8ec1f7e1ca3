package dev.smtpsh.shell.language;

import dev.smtpsh.smtp.Octets;
import java.util.Optional;

/**
 * A line for one conversation, {@code @2 NOOP} or as in a script {@code [alice] NOOP}, or for all of them, {@code @all NOOP}.
 *
 * @param to what stands behind the {@code @} or in brackets
 * @param number 0 if all are meant, or it is a name
 */
public record Addressed(String to, int number, Octets line) {
    private static final String ALL = "all";
    private static final String NAME = "[A-Za-z0-9_-]{1,64}";
    private static final int MOST_DIGITS = 3;

    /** Reads a typed line; empty if it is addressed to nobody in particular. */
    public static Optional<Addressed> read(Octets typed) {
        if (!typed.isEmpty() && typed.at(0) == '[') {
            return bracketed(typed);
        }
        if (typed.isEmpty() || typed.at(0) != '@') {
            return Optional.empty();
        }
        int end = 1;
        while (end < typed.length() && typed.at(end) > ' ') {
            end++;
        }
        String to = typed.slice(1, end).latin1();
        return digits(to) || to.equals(ALL) ? Optional.of(addressed(to, typed, end)) : Optional.empty();
    }

    private static Optional<Addressed> bracketed(Octets typed) {
        int close = typed.latin1().indexOf(']');
        String name = close < 0 ? "" : typed.slice(1, close).latin1();
        return name.matches(NAME) ? Optional.of(addressed(name, typed, close + 1)) : Optional.empty();
    }

    private static Addressed addressed(String to, Octets typed, int end) {
        int begin = end;
        while (begin < typed.length() && typed.at(begin) == ' ') {
            begin++;
        }
        return new Addressed(to, digits(to) ? Integer.parseInt(to) : 0, typed.slice(begin));
    }

    private static boolean digits(String to) {
        return !to.isEmpty() && to.length() <= MOST_DIGITS && to.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** How many characters of a line that is being typed only say for whom it is; 0 if none do. */
    public static int prefix(String typed) {
        if (!typed.startsWith("@") || typed.indexOf(' ') < 0) {
            return 0;
        }
        Optional<Addressed> read = read(Octets.utf8(typed));
        return read.map(one -> typed.length() - one.line().text().length()).orElse(0);
    }

    public boolean all() {
        return to.equals(ALL);
    }
}
