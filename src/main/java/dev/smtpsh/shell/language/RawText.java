package dev.smtpsh.shell.language;

import dev.smtpsh.smtp.Octets;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** The argument of {@code raw}: a plain text gets CRLF, a quoted one is exactly its octets. */
public final class RawText {
    private RawText() {}

    /** The octets to send; empty if the quoted form is broken. */
    public static Optional<Octets> octets(Octets argument) {
        boolean quoted = argument.length() >= 2 && argument.at(0) == '"' && argument.at(argument.length() - 1) == '"';
        return quoted ? unescape(argument.slice(1, argument.length() - 1)) : Optional.of(argument.plus(Octets.CRLF));
    }

    private static Optional<Octets> unescape(Octets text) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        int at = 0;
        while (at < text.length()) {
            int octet = text.at(at++);
            if (octet != '\\') {
                octets.write(octet);
                continue;
            }
            if (at == text.length()) {
                return Optional.empty();
            }
            int kind = text.at(at++);
            if (kind == 'x') {
                if (at + 2 > text.length() || hex(text.at(at)) < 0 || hex(text.at(at + 1)) < 0) {
                    return Optional.empty();
                }
                octets.write(hex(text.at(at)) * 16 + hex(text.at(at + 1)));
                at += 2;
            } else {
                int value = "rnt0\\\"".indexOf(kind);
                if (value < 0) {
                    return Optional.empty();
                }
                octets.write("\r\n\t\0\\\"".charAt(value));
            }
        }
        return Optional.of(Octets.of(octets.toByteArray()));
    }

    private static int hex(int octet) {
        return Character.digit(octet, 16);
    }
}
