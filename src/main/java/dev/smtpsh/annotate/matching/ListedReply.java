package dev.smtpsh.annotate.matching;

import dev.smtpsh.annotate.knowledge.RuleBook;
import dev.smtpsh.smtp.reply.EnhancedStatus;
import dev.smtpsh.smtp.state.Stage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A line of a plain list of replies, taken apart where it stands: the same that {@link Facts} find in the reply read from it.
 * Used again for each line. A reply of several lines that a log has joined to one ({@code 550-5.7.1 a 550 5.7.1 b}) has as
 * many parts.
 */
final class ListedReply {
    private static final int CODE_DIGITS = 3;

    // A line of more than this is rare enough to be read the long way.
    private static final int LONGEST = 8 * 1024;
    private static final int MOST_PARTS = 100;

    private byte[] octets = new byte[0];
    private int textAt;
    private int code;
    private int status;
    private int parts;
    private int[] from = new int[4];
    private int[] to = new int[4];

    /** Reads a line; false if it is not the plain kind: then it says nothing about the other methods. */
    boolean read(byte[] line, int start, int end) {
        octets = line;
        if (end - start < CODE_DIGITS || end - start > LONGEST || !startsWithCode(start, end)) {
            return false;
        }
        code = (line[start] - '0') * 100 + (line[start + 1] - '0') * 10 + line[start + 2] - '0';
        status = 0;
        parts = 0;
        textAt = start + CODE_DIGITS;
        return end > start + CODE_DIGITS && line[start + CODE_DIGITS] == '-' ? split(start, end) : add(start, end);
    }

    int code() {
        return code;
    }

    /** The enhanced status code as a number, 0 if there is none. */
    int status() {
        return status;
    }

    int parts() {
        return parts;
    }

    /** Where a part's text starts. */
    int from(int part) {
        return from[part];
    }

    /** Where it ends. */
    int to(int part) {
        return to[part];
    }

    /** The line from the end of its code on. */
    byte[] text() {
        return Arrays.copyOfRange(octets, textAt, to[parts - 1]);
    }

    /** Whether this is the line's text. */
    boolean says(byte[] text) {
        return Arrays.equals(octets, textAt, to[parts - 1], text, 0, text.length);
    }

    /** Only for octets of ASCII. */
    Facts facts(Optional<Stage> stage) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts; i++) {
            text.append(i > 0 ? " " : "")
                    .append(new String(octets, from[i], to[i] - from[i], StandardCharsets.US_ASCII));
        }
        return new Facts(
                true,
                code,
                status == 0
                        ? Optional.empty()
                        : Optional.of(new EnhancedStatus(status / 1_000_000, status / 1000 % 1000, status % 1000)),
                RuleBook.fold(text),
                stage,
                Optional.empty(),
                Optional.empty());
    }

    private boolean startsWithCode(int start, int end) {
        return digit(start)
                && digit(start + 1)
                && digit(start + 2)
                && (end == start + CODE_DIGITS
                        || octets[start + CODE_DIGITS] == ' '
                        || octets[start + CODE_DIGITS] == '-');
    }

    // A part begins where the same code follows a blank. Only the last may be one that announces no other.
    private boolean split(int start, int end) {
        int begun = start;
        for (int at = start + CODE_DIGITS; at + CODE_DIGITS + 1 < end; at++) {
            if (octets[at] == ' '
                    && octets[at + 1] == octets[start]
                    && octets[at + 2] == octets[start + 1]
                    && octets[at + 3] == octets[start + 2]
                    && (octets[at + 4] == '-' || octets[at + 4] == ' ')) {
                if (octets[begun + CODE_DIGITS] != '-' || !add(begun, at)) {
                    return false;
                }
                begun = at + 1;
            }
        }
        return add(begun, end);
    }

    private boolean add(int start, int end) {
        int text = Math.min(end, start + CODE_DIGITS + 1);
        boolean attempted = end - text >= 3 && digit(text) && octets[text + 1] == '.' && digit(text + 2);
        if (attempted) {
            int here = status(text, end);
            status = here == 0 ? status : here;
        }
        // What each further line repeats of it is no part of the sentence.
        if (attempted && parts > 0) {
            while (text < end && octets[text] != ' ') {
                text++;
            }
        }
        if (parts == from.length) {
            from = Arrays.copyOf(from, 2 * parts);
            to = Arrays.copyOf(to, 2 * parts);
        }
        from[parts] = text;
        to[parts++] = end;
        return parts <= MOST_PARTS;
    }

    private int status(int start, int end) {
        int at = start;
        int number = 0;
        for (int part = 0; part < 3; part++) {
            int digits = 0;
            int value = 0;
            while (at < end && digit(at)) {
                value = value * 10 + octets[at++] - '0';
                digits++;
            }
            boolean known = part > 0 ? digits <= 3 : value == 2 || value == 4 || value == 5;
            if (digits == 0 || digits > 3 || !known || part == 0 && digits > 1) {
                return 0;
            }
            number = number * 1000 + value;
            if (part < 2 && (at == end || octets[at++] != '.')) {
                return 0;
            }
        }
        // "5.7.1." at the end of a sentence is still 5.7.1.
        at += at < end && octets[at] == '.' ? 1 : 0;
        return at < end && (octets[at] == '.' || letterOrDigit(octets[at])) ? 0 : number;
    }

    private static boolean letterOrDigit(byte b) {
        return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
    }

    private boolean digit(int at) {
        return octets[at] >= '0' && octets[at] <= '9';
    }
}
