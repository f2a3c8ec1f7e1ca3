package dev.smtpsh.render;

import dev.smtpsh.smtp.Octets;
import java.util.Locale;

/**
 * The one place where hostile octets become visible. ESC is shown as {@code ^[}, other control characters and octets
 * that are not UTF-8 as {@code \x07}, and characters that are invisible or reorder the text as {@code <U+202E>}.
 *
 * <p>What came as octets cannot pass for something else: written out by the server, each of these forms has a backslash
 * before it ({@link Quoting}), so one that is shown tells which octets came. All other text, backslashes among it, stays
 * as it is. Of texts this class cannot know whether they have been made visible already, and so it adds no backslash to
 * them: making a text visible twice changes nothing.
 */
public final class Safe {
    private static final int ESCAPE = 0x1b;
    private static final int DELETE = 0x7f;
    private static final int LAST_ASCII = 0x7f;
    private static final String HEX = "0123456789ABCDEF";

    private Safe() {}

    /** Whether a code point can be shown as it is: printable, visible, and not able to move its neighbours. */
    public static boolean harmless(int codePoint) {
        if (codePoint <= LAST_ASCII) {
            return codePoint >= ' ' && codePoint != DELETE;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> !invisible(codePoint);
        };
    }

    public static String visible(String text) {
        return visible(text, false);
    }

    /** As {@link #visible(String)}, with characters outside ASCII as {@code <U+00E9>} too. */
    public static String ascii(String text) {
        return visible(text, true);
    }

    /** Reads UTF-8 as far as it is; see the class for what is shown of the rest. */
    public static String visible(Octets octets) {
        return Quoting.visible(octets, false);
    }

    /** As {@link #visible(Octets)}, with characters outside ASCII as {@code <U+00E9>} too. */
    public static String ascii(Octets octets) {
        return Quoting.visible(octets, true);
    }

    private static String visible(String text, boolean ascii) {
        if (plain(text)) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int codePoint = text.codePointAt(at);
            if (shownAsItIs(codePoint, ascii)) {
                visible.appendCodePoint(codePoint);
            } else {
                name(codePoint, visible);
            }
        }
        return visible.toString();
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= DELETE) {
                return false;
            }
        }
        return true;
    }

    static boolean shownAsItIs(int codePoint, boolean ascii) {
        return harmless(codePoint) && !(ascii && codePoint > LAST_ASCII);
    }

    /** Appends what stands for a code point that is not shown as it is. */
    static void name(int codePoint, StringBuilder out) {
        if (codePoint == ESCAPE) {
            out.append("^[");
        } else if (codePoint <= LAST_ASCII) {
            octet(codePoint, out);
        } else {
            String digits = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
            out.append("<U+").append("0000", 0, Math.max(0, 4 - digits.length()));
            out.append(digits).append('>');
        }
    }

    static void octet(int octet, StringBuilder out) {
        out.append("\\x").append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 0x0f));
    }

    // Letters and marks by their type, and yet nothing is seen of them: fillers, selectors, joiners.
    private static boolean invisible(int codePoint) {
        return codePoint == 0x034f
                || codePoint == 0x115f
                || codePoint == 0x1160
                || codePoint == 0x17b4
                || codePoint == 0x17b5
                || codePoint == 0x3164
                || codePoint == 0xffa0
                || codePoint == 0x2800
                || codePoint == 0x1d159
                || codePoint >= 0xfe00 && codePoint <= 0xfe0f
                || codePoint >= 0x2060 && codePoint <= 0x206f
                || codePoint >= 0x180b && codePoint <= 0x180f
                || codePoint >= 0xfff0 && codePoint <= 0xfff8
                || codePoint >= 0xe0000 && codePoint <= 0xe0fff
                || (codePoint & 0xfffe) == 0xfffe
                || codePoint >= 0xfdd0 && codePoint <= 0xfdef;
    }
}
