package dev.smtpsh.smtp.command;

import dev.smtpsh.smtp.Octets;

/** Leaves the words of a line that tell what it does and hides the rest. */
final class Redaction {
    private static final int WORDS_KEPT = 2;

    private Redaction() {}

    /** {@code AUTH PLAIN AGEAYg==} becomes {@code AUTH PLAIN ***}; {@code XCLIENT LOGIN=amy} hides all values. */
    static Octets of(Octets line, Sensitivity sensitivity) {
        String text = line.latin1();
        if (sensitivity == Sensitivity.LOGIN_SECRET) {
            return Octets.latin1(text.replaceAll("(?i)(LOGIN=)\\S*", "$1***"));
        }
        int end = 0;
        for (int word = 0; word < WORDS_KEPT; word++) {
            end = skip(text, skip(text, end, false), true);
        }
        boolean more = skip(text, end, false) < text.length();
        return more ? Octets.latin1(text.substring(0, end) + " ***") : line;
    }

    private static int skip(String text, int from, boolean visible) {
        int at = from;
        while (at < text.length() && (text.charAt(at) > ' ') == visible) {
            at++;
        }
        return at;
    }
}
