package dev.smtpsh.annotate.knowledge;

import dev.smtpsh.smtp.reply.EnhancedStatus;
import java.util.Optional;

/**
 * Enhanced status codes as rule files write them: {@code 5.7.1}, {@code x.7.1}, {@code 5.7.x}.
 *
 * @param statusClass the class, {@link #ANY} for any
 * @param subject as above
 * @param detail as above
 */
public record StatusPattern(int statusClass, int subject, int detail) {
    public static final int ANY = 1000;
    // Above all keys of code patterns and the two odd ones of the index.
    private static final int FIRST_KEY = 2000;
    private static final int BASE = ANY + 1;

    public static Optional<StatusPattern> read(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        int statusClass = part(parts[0], 1);
        int subject = part(parts[1], 3);
        int detail = part(parts[2], 3);
        boolean known = statusClass == 2 || statusClass == 4 || statusClass == 5 || statusClass == ANY;
        return known && subject >= 0 && detail >= 0
                ? Optional.of(new StatusPattern(statusClass, subject, detail))
                : Optional.empty();
    }

    private static int part(String text, int most) {
        if (text.equalsIgnoreCase("x")) {
            return ANY;
        }
        return text.matches("[0-9]{1," + most + "}") ? Integer.parseInt(text) : -1;
    }

    static StatusPattern ofKey(int key) {
        int number = key - FIRST_KEY;
        return new StatusPattern(number / BASE / BASE, number / BASE % BASE, number % BASE);
    }

    /** The pattern for one status; each bit set in {@code any} turns a part into {@code x}. */
    static int keyOf(EnhancedStatus status, int any) {
        return new StatusPattern(
                        (any & 4) != 0 ? ANY : status.statusClass(),
                        (any & 2) != 0 ? ANY : status.subject(),
                        (any & 1) != 0 ? ANY : status.detail())
                .key();
    }

    int key() {
        return FIRST_KEY + (statusClass * BASE + subject) * BASE + detail;
    }

    public boolean fits(EnhancedStatus status) {
        return fits(statusClass, status.statusClass())
                && fits(subject, status.subject())
                && fits(detail, status.detail());
    }

    /** How many of the three parts are named. */
    public int precision() {
        return (statusClass == ANY ? 0 : 1) + (subject == ANY ? 0 : 1) + (detail == ANY ? 0 : 1);
    }

    private static boolean fits(int wanted, int part) {
        return wanted == ANY || wanted == part;
    }
}
