package dev.smtpsh.config.kind;

import java.time.Duration;
import java.util.Optional;

/** A span of time as people write it: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}; a bare number is seconds. */
public record Span() implements Kind {
    @Override
    public String grammar() {
        return "500ms, 30s, 5m or 1h, at most a day";
    }

    @Override
    public Optional<Wrong> wrong(String value) {
        return read(value).isPresent()
                ? Optional.empty()
                : Optional.of(new Wrong("It is no number with a unit, or out of bounds", "Write " + grammar() + "."));
    }

    /** The time; empty if the text is none, or nothing, or over a day. */
    public static Optional<Duration> read(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        if (digits == 0 || digits > 9) {
            return Optional.empty();
        }
        long count = Long.parseLong(text.substring(0, digits));
        Duration span = switch (text.substring(digits)) {
            case "ms" -> Duration.ofMillis(count);
            case "", "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ZERO;
        };
        boolean fine = !span.isZero() && span.compareTo(Duration.ofDays(1)) <= 0;
        return fine ? Optional.of(span) : Optional.empty();
    }
}
