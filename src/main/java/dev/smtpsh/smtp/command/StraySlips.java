package dev.smtpsh.smtp.command;

import java.util.Optional;

/** Characters that have no place in any command, mostly pasted along unseen. */
final class StraySlips {
    private static final String NO_BREAK_SPACE = "\u00c2\u00a0";
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";
    // Zero width space to right-to-left mark, U+200B to U+200F: in UTF-8 E2 80 8B to E2 80 8F.
    private static final String INVISIBLE = "\u00e2\u0080";
    private static final char FIRST_INVISIBLE = 0x8b;
    private static final char LAST_INVISIBLE = 0x8f;
    private static final char DELETE = 0x7f;

    private StraySlips() {}

    static Optional<Slip> find(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t') {
                return slip(text, i, 1, "a tab; the grammar wants a space", " ");
            }
            if (c < ' ' || c == DELETE) {
                return slip(text, i, 1, "a control character, which no command may hold", "");
            }
            if (text.startsWith(NO_BREAK_SPACE, i)) {
                return slip(text, i, 2, "a no-break space; the grammar wants a plain one", " ");
            }
            if (text.startsWith(BYTE_ORDER_MARK, i) || invisible(text, i)) {
                return slip(text, i, 3, "a character that cannot be seen", "");
            }
        }
        return Optional.empty();
    }

    private static boolean invisible(String text, int at) {
        return text.startsWith(INVISIBLE, at)
                && at + 2 < text.length()
                && text.charAt(at + 2) >= FIRST_INVISIBLE
                && text.charAt(at + 2) <= LAST_INVISIBLE;
    }

    private static Optional<Slip> slip(String text, int at, int octets, String words, String instead) {
        String mended = text.substring(0, at) + instead + text.substring(at + octets);
        return Optional.of(new Slip(at, at + octets, words, mended));
    }
}
