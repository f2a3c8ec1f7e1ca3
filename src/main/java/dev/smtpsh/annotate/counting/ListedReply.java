package dev.smtpsh.annotate.counting;

import dev.smtpsh.annotate.quoted.Trailer;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.Stage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A line of a plain list of replies, taken apart where it stands: the same that the long way finds in the reply that a
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

    // Beside the digits of an enhanced status code.
    private static final int MARKED = 1 << 30;
    private static final int PATH = 1 << 29;

    private byte[] octets = new byte[0];
    private int start;
    private int code;
    private int status;
    private boolean path;
    private Optional<Stage> moment = Optional.empty();
    private int parts;
    private int[] from = new int[4];
    private int[] to = new int[4];

    /** Reads a line; false if it is not the plain kind: then it says nothing about the other methods. */
    boolean read(byte[] line, int begin, int whole) {
        int end = whole;
        while (end > begin + CODE_DIGITS + 1 && (line[end - 1] == ' ' || line[end - 1] == '\t')) {
            end--;
        }
        octets = line;
        start = begin;
        status = 0;
        parts = 0;
        path = false;
        moment = Optional.empty();
        if (end - begin <= CODE_DIGITS || end - begin > LONGEST || !startsWithCode() || mayFold(end)) {
            return false;
        }
        code = (line[begin] - '0') * 100 + (line[begin + 1] - '0') * 10 + line[begin + 2] - '0';
        if (code == START_MAIL_INPUT) {
            return false;
        }
        boolean usual = code(begin, end);
        if (!usual && quotes(end)) {
            return false;
        }
        start = usual ? passedOn(end) : begin;
        boolean marks = false;
        boolean trailer = false;
        for (int at = start + CODE_DIGITS; at < end; at++) {
            byte c = line[at];
            if (c == '#') {
                marks = true;
            } else if (c == '(') {
                trailer |= usual && Trailer.begins(line, at, end);
            }
        }
        int cut = trailer ? withoutTrailer(end) : end;
        return ascii(cut, end) && take(cut, usual, marks);
    }

    // What nobody scans must not make the line broken UTF-8 either.
    private boolean ascii(int begin, int end) {
        for (int at = begin; at < end; at++) {
            if (octets[at] < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean take(int end, boolean usual, boolean marks) {
        int text = start + CODE_DIGITS + 1;
        // "550 #5.1.0 Address rejected.": the mark is taken away by the long way too.
        boolean marked = usual && text < end && octets[text] == '#';
        if (marked && status(text + 1, end) == 0) {
            return false;
        }
        boolean taken = usual && octets[start + CODE_DIGITS] == '-' ? split(end, marked) : add(start, end, marked);
        path = (code == MOVED || code == MOVED_AND_REFUSED) && namesPath(end);
        return taken && (!marks || marks());
    }

    int code() {
        return code;
    }

    /** The enhanced status code, and what else of the form of a reply counts, as a number. */
    int form() {
        return path ? status | PATH : status;
    }

    /** When it came in, if words behind it tell. */
    Optional<Stage> moment() {
        return moment;
    }

    int parts() {
        return parts;
    }

    byte[] octets() {
        return octets;
    }

    /** Where a part's text starts. */
    int from(int part) {
        return from[part];
    }

    /** Where it ends. */
    int to(int part) {
        return to[part];
    }

    /** The reply itself. */
    Reply reply() {
        StringBuilder lines = new StringBuilder();
        int at = start;
        for (int i = 0; i < parts; i++) {
            boolean marked = i == 0 && from[i] > start + CODE_DIGITS + 1;
            String line = marked ? text(at, from[i] - 1) + text(from[i], to[i]) : text(at, to[i]);
            lines.append(i > 0 ? "\n" : "").append(i < parts - 1 ? line.stripTrailing() : line);
            at = to[i] + 1;
        }
        return Reply.of(lines.toString());
    }

    private String text(int begin, int end) {
        return new String(octets, begin, end - begin, StandardCharsets.UTF_8);
    }

    private boolean startsWithCode() {
        return digit(start) && digit(start + 1) && digit(start + 2) && separated(start);
    }

    private boolean separated(int at) {
        return octets[at + CODE_DIGITS] == ' ' || octets[at + CODE_DIGITS] == '-';
    }

    // After "550-Refused:" a transcript reader waits for more.
    private boolean mayFold(int end) {
        int at = start;
        while (at < end && (octets[at] > ' ' || octets[at] < 0)) {
            at++;
        }
        return octets[at - 1] == ':';
    }

    // A code that begins a reply wherever it stands.
    private boolean code(int at, int end) {
        return at + CODE_DIGITS < end
                && (octets[at] == '2' || octets[at] == '4' || octets[at] == '5')
                && octets[at + 1] >= '0'
                && octets[at + 1] <= '5'
                && digit(at + 2)
                && separated(at);
    }

    // Whether another reply may be quoted in it.
    private boolean quotes(int end) {
        for (int at = start + CODE_DIGITS; at + CODE_DIGITS < end; at++) {
            if (code(at, end)) {
                return true;
            }
        }
        return false;
    }

    // "550 550 5.1.1 No such user": what was passed on is the second.
    private int passedOn(int end) {
        int at = start + CODE_DIGITS + 1;
        while (at < end && octets[at] == ' ') {
            at++;
        }
        boolean twice = octets[start + CODE_DIGITS] == ' ' && at + CODE_DIGITS < end && sameCode(at) && code(at, end);
        return twice && numbers(at + CODE_DIGITS + 1, end) ? at : start;
    }

    // Whether an enhanced status code stands there, whatever comes right behind it.
    private boolean numbers(int begin, int end) {
        int at = begin < end && octets[begin] == '#' ? begin + 1 : begin;
        int to = at;
        while (to < end && (digit(to) || octets[to] == '.')) {
            to++;
        }
        return status(at, to) != 0;
    }

    private int withoutTrailer(int end) {
        moment = Trailer.moment(octets, start, end);
        return Trailer.cut(octets, start + CODE_DIGITS + 1, end);
    }

    // RFC 5321 4.2.2: "User not local; will forward to <forward-path>".
    private boolean namesPath(int end) {
        int open = end - 1;
        while (open > start && octets[open] != '<') {
            open--;
        }
        int at = open + 1;
        while (at < end && octets[at] != '@') {
            at++;
        }
        int close = open + 1;
        while (close < end && octets[close] != '>') {
            close++;
        }
        return open > start && at > open + 1 && close > at + 1 && close < end;
    }

    private boolean sameCode(int at) {
        return octets[at] == octets[start]
                && octets[at + 1] == octets[start + 1]
                && octets[at + 2] == octets[start + 2];
    }

    // Another part begins where the same code follows a blank, until one begins that announces no other.
    private boolean split(int end, boolean marked) {
        int begun = start;
        for (int at = start + 1; at + CODE_DIGITS < end && octets[begun + CODE_DIGITS] == '-'; at++) {
            if (sameCode(at) && separated(at) && (octets[at - 1] == ' ' || octets[at - 1] == '\t')) {
                if (!add(begun, at - 1, marked && begun == start)) {
                    return false;
                }
                begun = at;
            }
        }
        return add(begun, end, marked && begun == start);
    }

    private boolean add(int begin, int end, boolean marked) {
        int text = Math.min(end, begin + CODE_DIGITS + (marked ? 2 : 1));
        boolean attempted = end - text >= 3 && digit(text) && octets[text + 1] == '.' && digit(text + 2);
        if (attempted) {
            int here = status(text, end);
            status = here == 0 ? status : here;
        }
        // What each further line repeats of it is no part of the sentence.
        if (attempted && parts > 0) {
            int told = text;
            while (text < end && octets[text] != ' ') {
                text++;
            }
            if (!ascii(told, text)) {
                return false;
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

    // What a # may begin. Gives false where the long way must tell.
    private boolean marks() {
        boolean unmarked = status == 0;
        boolean words = false;
        for (int i = 0; i < parts; i++) {
            for (int at = from[i]; at < to[i]; at++) {
                if (octets[at] == '#') {
                    if (!words) {
                        return false;
                    }
                    if (unmarked && status == 0 && at > from[i] && octets[at - 1] == '(') {
                        int here = status(at + 1, to[i]);
                        status = here == 0 ? 0 : here | MARKED;
                    }
                }
                words |= octets[at] > ' ' || octets[at] < 0;
            }
        }
        return true;
    }

    private int status(int begin, int end) {
        return ListedStatus.read(octets, begin, end);
    }

    private boolean digit(int at) {
        return octets[at] >= '0' && octets[at] <= '9';
    }
}
