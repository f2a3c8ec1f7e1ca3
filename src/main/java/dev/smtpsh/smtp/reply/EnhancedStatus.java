package dev.smtpsh.smtp.reply;

import java.util.Optional;

/**
 * An enhanced status code {@code class.subject.detail} (RFC 3463 2): the class is 2, 4 or 5; subject and detail have
 * one to three digits.
 */
public record EnhancedStatus(int statusClass, int subject, int detail) {
    public EnhancedStatus {
        if (statusClass != 2 && statusClass != 4 && statusClass != 5) {
            throw new IllegalArgumentException("class must be 2, 4 or 5: " + statusClass);
        }
        if (subject < 0 || subject > 999 || detail < 0 || detail > 999) {
            throw new IllegalArgumentException("subject and detail have one to three digits");
        }
    }

    /**
     * The code at the very start of a reply's text, where RFC 2034 4 puts it; empty if none stands there or it is
     * malformed.
     */
    public static Optional<EnhancedStatus> leading(String text) {
        int end = endOfNumbers(text);
        boolean malformed = end < text.length() && Character.isLetterOrDigit(text.charAt(end));
        return malformed ? Optional.empty() : read(text.substring(0, trimDot(text, end)));
    }

    /**
     * The code as qmail and some gateways write it: {@code #5.1.0} at the start of a reply's text, or {@code (#5.1.1)}
     * anywhere in it.
     */
    public static Optional<EnhancedStatus> marked(String text) {
        int at = text.indexOf('#');
        while (at >= 0) {
            boolean placed = at == 0 || text.charAt(at - 1) == '(';
            Optional<EnhancedStatus> status = placed ? leading(text.substring(at + 1)) : Optional.empty();
            if (status.isPresent()) {
                return status;
            }
            at = text.indexOf('#', at + 1);
        }
        return Optional.empty();
    }

    /** Whether a text begins like an enhanced status code ({@code digit . digit}), well formed or not. */
    public static boolean attempted(String text) {
        return text.length() >= 3 && digit(text.charAt(0)) && text.charAt(1) == '.' && digit(text.charAt(2));
    }

    /** Reads a text that is nothing but an enhanced status code. */
    public static Optional<EnhancedStatus> read(String text) {
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        if (first != 1 || second < 0) {
            return Optional.empty();
        }
        int statusClass = number(text, 0, first, 1);
        int subject = number(text, first + 1, second, 3);
        int detail = number(text, second + 1, text.length(), 3);
        boolean known = statusClass == 2 || statusClass == 4 || statusClass == 5;
        return known && subject >= 0 && detail >= 0
                ? Optional.of(new EnhancedStatus(statusClass, subject, detail))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return statusClass + "." + subject + "." + detail;
    }

    private static int endOfNumbers(String text) {
        int end = 0;
        while (end < text.length() && (digit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        return end;
    }

    // "5.7.1." at the end of a sentence is still 5.7.1.
    private static int trimDot(String text, int end) {
        return end > 0 && text.charAt(end - 1) == '.' ? end - 1 : end;
    }

    private static int number(String text, int from, int to, int most) {
        if (to <= from || to - from > most) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            if (!digit(text.charAt(i))) {
                return -1;
            }
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
