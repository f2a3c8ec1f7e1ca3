package dev.smtpsh.script.syntax;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What must come.
 *
 * @param alternatives at least one; with {@code within} the first is wanted and the others are put up with until then
 * @param within how long the command is repeated, or how long is waited
 * @param every how long between two tries
 */
public record Expectation(List<Alternative> alternatives, Optional<Duration> within, Optional<Duration> every) {
    public Expectation {
        alternatives = List.copyOf(alternatives);
    }

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final int PAUSES = 10;

    /** Whether the command is to be repeated until the first alternative comes. */
    public boolean repeats() {
        return within.isPresent() && alternatives.get(0).reply();
    }

    /** How long between two tries. */
    public Duration pause() {
        Duration part = within.orElse(LONGEST_PAUSE).dividedBy(PAUSES);
        Duration most = part.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : part;
        return every.orElse(most.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : most);
    }

    /** Whether one of the alternatives is no reply: the end, or silence. */
    public boolean event() {
        return alternatives.stream().anyMatch(each -> !each.reply());
    }

    /** How long is waited where it is the end or silence that is wanted; empty for as long as for any reply. */
    public Optional<Duration> patience() {
        boolean silence = alternatives.stream().anyMatch(Alternative::nothing);
        Optional<Duration> given = event() ? within : Optional.empty();
        return given.isEmpty() && silence ? Optional.of(ScriptLimits.NOTHING) : given;
    }

    /** One that is met by a single code pattern. */
    public static Expectation of(String code) {
        return new Expectation(List.of(Alternative.of(code)), Optional.empty(), Optional.empty());
    }

    /**
     * One thing that may come.
     *
     * @param event a code pattern such as {@code 250}, {@code 2xx}, {@code any}; or {@code closed}, {@code timeout},
     *     {@code nothing}
     * @param status a pattern such as {@code 4.7.x}
     */
    public record Alternative(Span span, String event, Optional<String> status, Optional<TextPattern> text) {
        static final String CLOSED = "closed";
        static final String TIMEOUT = "timeout";
        static final String NOTHING = "nothing";

        public static Alternative of(String event) {
            return new Alternative(new Span(1, 1, 1), event, Optional.empty(), Optional.empty());
        }

        public boolean closed() {
            return event.equals(CLOSED);
        }

        public boolean timeout() {
            return event.equals(TIMEOUT);
        }

        public boolean nothing() {
            return event.equals(NOTHING);
        }

        /** Whether it is a reply that may come. */
        public boolean reply() {
            return !closed() && !timeout() && !nothing();
        }

        /** Whether three digits fit the pattern. */
        public boolean fits(String code) {
            return event.equals("any") || fits(event, code);
        }

        /** Whether an enhanced status code fits; where no pattern is given, each one does and none too. */
        public boolean fitsStatus(Optional<String> code) {
            if (status.isEmpty()) {
                return true;
            }
            if (code.isEmpty()) {
                return false;
            }
            String[] wanted = status.get().split("\\.");
            String[] had = code.get().split("\\.");
            for (int i = 0; i < wanted.length; i++) {
                if (!wanted[i].equals("x") && !wanted[i].equals(had[i])) {
                    return false;
                }
            }
            return true;
        }

        private static boolean fits(String pattern, String code) {
            for (int i = 0; i < pattern.length(); i++) {
                if (pattern.charAt(i) != 'x' && pattern.charAt(i) != code.charAt(i)) {
                    return false;
                }
            }
            return pattern.length() == code.length();
        }
    }

    /**
     * What a reply's text must be like.
     *
     * @param expression whether the text is a regular expression; otherwise it must be contained
     * @param anyCase whether letter case is ignored
     */
    public record TextPattern(Template text, boolean expression, boolean anyCase) {}

    /** A time as scripts write it. */
    public static String words(Duration time) {
        long millis = time.toMillis();
        if (millis % 1000 != 0 || millis == 0) {
            return String.format(Locale.ROOT, "%dms", millis);
        }
        long seconds = time.toSeconds();
        return seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
