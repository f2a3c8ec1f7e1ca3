package dev.smtpsh.annotate.matching;

import dev.smtpsh.annotate.knowledge.RuleBook;
import dev.smtpsh.smtp.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A line of a plain list of replies, taken apart where it stands: the same that {@link Facts} find in the reply that a
 * {@link dev.smtpsh.annotate.quoted.QuotedReply} reads from it. Used again for each line. A reply of several lines that a
 * log has joined to one ({@code 550-5.7.1 a 550 5.7.1 b}) has as many parts.
 */
final class ListedReply {
    private static final int CODE_DIGITS = 3;
    // What follows it belongs to the message: the one reply that tells something about the next.
    private static final int START_MAIL_INPUT = 354;
    // The forward-path that these may name counts too.
    private static final int MOVED = 251;
    private static final int MOVED_AND_REFUSED = 551;

    // A line of more than this is rare enough to be read the long way.
    private static final int LONGEST = 8 * 1024;
    private static final int MOST_PARTS = 100;

    // With what programs begin that which they write behind a reply; see QuotedReply and Moment.
    private static final byte[][] BEHIND = {octets("in reply to "), octets("delivery attempts: "), octets("state ")};
    private static final int MARKED = 1 << 30;

    private byte[] octets = new byte[0];
    private int start;
    private int code;
    private int status;
    private int parts;
    private int[] from = new int[4];
    private int[] to = new int[4];

    /** Reads a line; false if it is not the plain kind: then it says nothing about the other methods. */
    boolean read(byte[] line, int begin, int end) {
        octets = line;
        start = begin;
        status = 0;
        parts = 0;
        if (end - begin <= CODE_DIGITS || end - begin > LONGEST || !startsWithCode()) {
            return false;
        }
        code = (line[begin] - '0') * 100 + (line[begin + 1] - '0') * 10 + line[begin + 2] - '0';
        if (!usual()) {
            return code != START_MAIL_INPUT && wordsOnly(end) && add(begin, end);
        }
        if (twice(end)) {
            return false;
        }
        boolean read = line[begin + CODE_DIGITS] == '-' ? split(end) : add(begin, end);
        return read && code != MOVED && code != MOVED_AND_REFUSED && marks();
    }

    int code() {
        return code;
    }

    /** The enhanced status code as a number, 0 if there is none; another number where it is marked by a {@code #}. */
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
        return Arrays.copyOfRange(octets, start + CODE_DIGITS, to[parts - 1]);
    }

    /** Whether this is the line's text. */
    boolean says(byte[] text) {
        return Arrays.equals(octets, start + CODE_DIGITS, to[parts - 1], text, 0, text.length);
    }

    /** What {@link Facts} find in it to search. */
    String folded() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts; i++) {
            text.append(i > 0 ? " " : "")
                    .append(new String(octets, from[i], to[i] - from[i], StandardCharsets.US_ASCII));
        }
        return RuleBook.fold(text);
    }

    /** The reply itself. */
    Reply reply() {
        StringBuilder lines = new StringBuilder();
        int at = start;
        for (int i = 0; i < parts; i++) {
            String line = new String(octets, at, to[i] - at, StandardCharsets.US_ASCII);
            lines.append(i > 0 ? "\n" : "").append(i < parts - 1 ? line.stripTrailing() : line);
            at = to[i] + 1;
        }
        return Reply.of(lines.toString());
    }

    private boolean startsWithCode() {
        return digit(start)
                && digit(start + 1)
                && digit(start + 2)
                && (octets[start + CODE_DIGITS] == ' ' || octets[start + CODE_DIGITS] == '-');
    }

    // A code that begins a reply wherever it stands.
    private boolean usual() {
        return (octets[start] == '2' || octets[start] == '4' || octets[start] == '5') && octets[start + 1] <= '5';
    }

    // No other reply can be quoted in it.
    private boolean wordsOnly(int end) {
        for (int at = start + CODE_DIGITS; at < end; at++) {
            if (digit(at)) {
                return false;
            }
        }
        return true;
    }

    // "550 550 5.1.1 No such user": which of the two counts is for the long way to say.
    private boolean twice(int end) {
        int at = start + CODE_DIGITS + 1;
        while (at < end && octets[at] == ' ') {
            at++;
        }
        return at + CODE_DIGITS < end && sameCode(at);
    }

    private boolean sameCode(int at) {
        return octets[at] == octets[start]
                && octets[at + 1] == octets[start + 1]
                && octets[at + 2] == octets[start + 2];
    }

    // Another part begins where the same code follows a blank, until one begins that announces no other.
    private boolean split(int end) {
        int begun = start;
        for (int at = start + 1; at + CODE_DIGITS < end && octets[begun + CODE_DIGITS] == '-'; at++) {
            if (sameCode(at)
                    && (octets[at + CODE_DIGITS] == '-' || octets[at + CODE_DIGITS] == ' ')
                    && (octets[at - 1] == ' ' || octets[at - 1] == '\t')) {
                if (!add(begun, at - 1)) {
                    return false;
                }
                begun = at;
            }
        }
        return add(begun, end);
    }

    private boolean add(int begin, int end) {
        int text = Math.min(end, begin + CODE_DIGITS + 1);
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

    // What a bracket or a # may begin. Gives false where the long way must tell.
    private boolean marks() {
        boolean unmarked = status == 0;
        for (int i = 0; i < parts; i++) {
            boolean words = false;
            for (int at = from[i]; at < to[i]; at++) {
                if (octets[at] == '#') {
                    if (i == 0 && !words) {
                        return false;
                    }
                    if (unmarked && status == 0 && at > from[i] && octets[at - 1] == '(') {
                        int here = status(at + 1, to[i]);
                        status = here == 0 ? 0 : here | MARKED;
                    }
                } else if (octets[at] == '(' && behind(at + 1, to[i])) {
                    return false;
                }
                words |= octets[at] > ' ';
            }
        }
        return true;
    }

    private boolean behind(int at, int end) {
        for (byte[] words : BEHIND) {
            if (end - at >= words.length && Arrays.equals(octets, at, at + words.length, words, 0, words.length)) {
                return true;
            }
        }
        return false;
    }

    private int status(int begin, int end) {
        int at = begin;
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

    private static byte[] octets(String words) {
        return words.getBytes(StandardCharsets.US_ASCII);
    }
}
