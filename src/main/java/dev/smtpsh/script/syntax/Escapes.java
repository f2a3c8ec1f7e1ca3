package dev.smtpsh.script.syntax;

import dev.smtpsh.smtp.Octets;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The escapes of {@code raw "..."}. */
public final class Escapes {
    private static final String LETTERS = "rnt0\\\"";
    private static final String MEANING = "\r\n\t\0\\\"";

    private Escapes() {}

    /** The octets of a text in UTF-8, its escapes read; empty if one of them is none. */
    public static Optional<Octets> octets(String text) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        int at = 0;
        while (at < text.length()) {
            int escape = text.indexOf('\\', at);
            int end = escape < 0 ? text.length() : escape;
            octets.writeBytes(text.substring(at, end).getBytes(StandardCharsets.UTF_8));
            if (escape < 0) {
                break;
            }
            char kind = escape + 1 < text.length() ? text.charAt(escape + 1) : ' ';
            if (kind == 'x') {
                int value = hex(text, escape + 2) * 16 + hex(text, escape + 3);
                if (hex(text, escape + 2) < 0 || hex(text, escape + 3) < 0) {
                    return Optional.empty();
                }
                octets.write(value);
                at = escape + 4;
            } else {
                int index = LETTERS.indexOf(kind);
                if (index < 0) {
                    return Optional.empty();
                }
                octets.write(MEANING.charAt(index));
                at = escape + 2;
            }
        }
        return Optional.of(Octets.of(octets.toByteArray()));
    }

    private static int hex(String text, int at) {
        return at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
    }
}
