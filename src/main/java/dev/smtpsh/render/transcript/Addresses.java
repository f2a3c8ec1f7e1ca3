package dev.smtpsh.render.transcript;

import java.util.HashMap;
import java.util.Map;

/**
 * Hides the left part of mail addresses: {@code amy@example.net} becomes {@code user1@example.net}, the same each time.
 * Domains stay, since most trouble is about them.
 */
final class Addresses {
    private static final String SPECIAL = "!#$%&'*+-/=?^_`{|}~.";

    private final Map<String, String> names = new HashMap<>();

    int count() {
        return names.size();
    }

    String hide(String text) {
        StringBuilder hidden = new StringBuilder(text.length());
        int copied = 0;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int begin = begin(text, copied, at);
            if (begin < at && at + 1 < text.length() && inDomain(text.charAt(at + 1))) {
                hidden.append(text, copied, begin).append(name(text.substring(begin, at)));
                copied = at;
            }
        }
        return hidden.append(text, copied, text.length()).toString();
    }

    // RFC 5321 4.1.2: a dot-string, or a quoted string.
    private static int begin(String text, int from, int at) {
        int begin = at;
        if (begin > from && text.charAt(begin - 1) == '"') {
            int quote = text.lastIndexOf('"', begin - 2);
            return quote >= from ? quote : at;
        }
        while (begin > from && inLocalPart(text.charAt(begin - 1))) {
            begin--;
        }
        return begin;
    }

    private String name(String localPart) {
        boolean harmless = localPart.equalsIgnoreCase("postmaster") || localPart.equalsIgnoreCase("abuse");
        return harmless ? localPart : names.computeIfAbsent(localPart, unknown -> "user" + (names.size() + 1));
    }

    private static boolean inLocalPart(char c) {
        return Character.isLetterOrDigit(c) || SPECIAL.indexOf(c) >= 0 || c > 0x7f;
    }

    private static boolean inDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '[' || c > 0x7f;
    }
}
