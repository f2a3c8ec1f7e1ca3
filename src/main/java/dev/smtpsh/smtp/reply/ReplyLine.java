package dev.smtpsh.smtp.reply;

import dev.smtpsh.smtp.Octets;
import java.util.Optional;

/**
 * One line of a reply.
 *
 * @param received every octet that came, line end included; at most {@link ReplyLimits#lineCut()} of them
 * @param code the three digits at its start, if three digits stand there
 * @param separator the octet after the code, or -1 if the line ends there
 */
public record ReplyLine(Octets received, Optional<ReplyCode> code, int separator) {
    static final int CODE_DIGITS = 3;

    /** Reads a line whatever is in it. */
    public static ReplyLine read(Octets received) {
        Octets line = received.withoutLineEnd();
        if (line.length() < CODE_DIGITS) {
            return new ReplyLine(received, Optional.empty(), -1);
        }
        int value = 0;
        for (int i = 0; i < CODE_DIGITS; i++) {
            int digit = line.at(i) - '0';
            if (digit < 0 || digit > 9) {
                return new ReplyLine(received, Optional.empty(), -1);
            }
            value = value * 10 + digit;
        }
        int separator = line.length() == CODE_DIGITS ? -1 : line.at(CODE_DIGITS);
        return new ReplyLine(received, Optional.of(new ReplyCode(value)), separator);
    }

    /** Whether the line announces another one: a hyphen after the code (RFC 5321 4.2.1). */
    public boolean continues() {
        return separator == '-';
    }

    /** What follows the code and its separator; the whole line if it has no code. */
    public Octets octets() {
        Octets line = received.withoutLineEnd();
        if (code.isEmpty()) {
            return line;
        }
        boolean separated = separator == ' ' || separator == '-';
        return line.slice(Math.min(line.length(), CODE_DIGITS + (separated ? 1 : 0)));
    }

    /** {@link #octets()} as text; see {@link Octets#text()}. */
    public String text() {
        return octets().text();
    }
}
