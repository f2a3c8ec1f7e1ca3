package dev.smtpsh.cli.option;

import java.time.Duration;

/** Reads spans of time as people write them: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}; a bare number is seconds. */
public final class Durations {
    private Durations() {}

    public static Duration read(Flag flag, String text) throws Usage {
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        if (digits == 0 || digits > 9) {
            throw wrong(flag, text);
        }
        long count = Long.parseLong(text.substring(0, digits));
        Duration span = switch (text.substring(digits)) {
            case "ms" -> Duration.ofMillis(count);
            case "", "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> throw wrong(flag, text);
        };
        if (span.isZero() || span.compareTo(Duration.ofDays(1)) > 0) {
            throw wrong(flag, text);
        }
        return span;
    }

    private static Usage wrong(Flag flag, String text) {
        return new Usage(
                "--" + flag.word() + " cannot read " + text + " as a time",
                "It is no number with a unit, or out of bounds",
                "Write 500ms, 30s, 5m or 1h, at most a day.");
    }
}
