package dev.smtpsh.script.syntax;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** Amounts as scripts write them. */
public final class Quantity {
    private static final int MOST_DIGITS = 12;
    private static final Map<String, Long> UNITS = Map.of(
            "",
            1L,
            "octets",
            1L,
            "b",
            1L,
            "kib",
            1024L,
            "mib",
            1024L * 1024,
            "gib",
            1024L * 1024 * 1024,
            "kb",
            1000L,
            "mb",
            1_000_000L,
            "gb",
            1_000_000_000L);
    private static final long LONGEST = Duration.ofDays(1).toMillis();

    private Quantity() {}

    /** Milliseconds of {@code 500ms 2s 5m 1h}, at most a day; a bare number is seconds. Empty for anything else. */
    public static OptionalLong milliseconds(String text) {
        int end = digits(text);
        if (end == 0) {
            return OptionalLong.empty();
        }
        long unit = switch (text.substring(end)) {
            case "ms" -> 1;
            case "", "s" -> 1000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> 0;
        };
        long number = Long.parseLong(text.substring(0, end));
        return unit == 0 || number > LONGEST / unit ? OptionalLong.empty() : OptionalLong.of(number * unit);
    }

    /** Octets of {@code 1000}, {@code 10 KiB}, {@code 10 MiB}, {@code 25 MB}. */
    public static OptionalLong octets(String text) {
        int end = digits(text);
        Long unit = UNITS.get(text.substring(end).trim().toLowerCase(Locale.ROOT));
        return end == 0 || unit == null || end > 9 && unit > 1
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(text.substring(0, end)) * unit);
    }

    /** A whole number, with a sign or without. */
    public static OptionalLong number(String text) {
        boolean minus = text.startsWith("-");
        String rest = minus ? text.substring(1) : text;
        return rest.isEmpty() || digits(rest) != rest.length()
                ? OptionalLong.empty()
                : OptionalLong.of((minus ? -1 : 1) * Long.parseLong(rest));
    }

    /** A version of TLS as a number to compare by: {@code TLSv1.2} is 12. */
    public static OptionalLong version(String text) {
        String number = text.toLowerCase(Locale.ROOT).replaceFirst("^tls ?v?", "");
        return switch (number) {
            case "1", "1.0" -> OptionalLong.of(10);
            case "1.1" -> OptionalLong.of(11);
            case "1.2" -> OptionalLong.of(12);
            case "1.3" -> OptionalLong.of(13);
            default -> OptionalLong.empty();
        };
    }

    /** Reads what a type is compared with. */
    public static OptionalLong read(Subject.Type type, String text) {
        return switch (type) {
            case NUMBER -> number(text);
            case SIZE -> octets(text);
            case TIME -> milliseconds(text);
            case VERSION -> version(text);
            case FACT, TEXT -> OptionalLong.empty();
        };
    }

    private static int digits(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end > MOST_DIGITS ? 0 : end;
    }
}
