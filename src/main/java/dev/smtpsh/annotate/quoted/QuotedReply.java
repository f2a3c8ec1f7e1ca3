package dev.smtpsh.annotate.quoted;

import dev.smtpsh.smtp.reply.EnhancedStatus;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.Stage;
import java.util.Optional;

/**
 * A reply that a log, a bounce or a person quotes.
 *
 * @param text its lines, joined by line feeds
 * @param stage the moment it came in, where the words around it tell
 */
public record QuotedReply(String text, Optional<Stage> stage) {
    private static final int CODE = 3;

    // What stands before a reply whose code is not followed by an enhanced status code, blanks aside.
    private static final String INTRODUCING = ":;'\"(<=`";

    public Reply reply() {
        return Reply.of(text);
    }

    /** The reply in a text; empty if none can be told from the words around it. */
    public static Optional<QuotedReply> in(String text) {
        String words = text.strip();
        int start = start(words);
        if (start < 0) {
            return Optional.empty();
        }
        return Optional.of(new QuotedReply(lines(words, start), Moment.around(words, start)));
    }

    private static int start(String words) {
        if (code(words, 0)) {
            // "550 550 5.1.1 No such user": what was passed on is the second.
            int second = afterBlanks(words, CODE + 1);
            boolean twice = words.charAt(CODE) == ' ' && code(words, second) && status(words, second + CODE + 1);
            return twice && words.startsWith(words.substring(0, CODE), second) ? second : 0;
        }
        int introduced = -1;
        for (int i = 1; i + CODE < words.length(); i++) {
            if (!code(words, i) || !apart(words.charAt(i - 1))) {
                continue;
            }
            if (status(words, i + CODE + 1)) {
                return i;
            }
            if (introduced < 0 && introduced(words, i) && worded(words, i + CODE + 1)) {
                introduced = i;
            }
        }
        return introduced;
    }

    private static String lines(String words, int start) {
        String reply = unfolded(words.substring(start));
        for (String behind : Trailer.WORDS) {
            int end = reply.lastIndexOf(behind);
            if (end > CODE) {
                reply = reply.substring(0, end);
            }
        }
        if (start > 0) {
            reply = unquoted(reply, words.charAt(start - 1));
        }
        // "550 #5.1.0 Address rejected.": some gateways mark the enhanced status code.
        int mark = CODE + 1;
        boolean marked = reply.length() > mark && reply.charAt(mark) == '#' && status(reply, mark);
        return JoinedReply.apart(marked ? reply.substring(0, mark) + reply.substring(mark + 1) : reply);
    }

    // A bounce folds long lines, and goes on with something else below an empty one.
    private static String unfolded(String reply) {
        if (reply.indexOf('\n') < 0) {
            return reply;
        }
        StringBuilder unfolded = new StringBuilder(reply.length());
        for (String line : reply.replace("\r", "").split("\n")) {
            String bare = line.strip();
            if (bare.isEmpty()) {
                break;
            }
            boolean coded =
                    bare.length() >= CODE && digit(bare.charAt(0)) && digit(bare.charAt(1)) && digit(bare.charAt(2));
            unfolded.append(unfolded.isEmpty() ? "" : coded ? "\n" : " ").append(bare);
        }
        return unfolded.toString();
    }

    private static String unquoted(String reply, char before) {
        int at = "'\"(`".indexOf(before);
        if (at < 0) {
            return reply;
        }
        int end = reply.lastIndexOf("'\")'".charAt(at));
        return end > CODE + 1 ? reply.substring(0, end) : reply;
    }

    private static boolean code(String words, int at) {
        return at + CODE < words.length()
                && "245".indexOf(words.charAt(at)) >= 0
                && words.charAt(at + 1) >= '0'
                && words.charAt(at + 1) <= '5'
                && digit(words.charAt(at + 2))
                && (words.charAt(at + CODE) == ' ' || words.charAt(at + CODE) == '-');
    }

    private static boolean status(String words, int at) {
        int from = at < words.length() && words.charAt(at) == '#' ? at + 1 : at;
        int end = from;
        while (end < words.length() && (digit(words.charAt(end)) || words.charAt(end) == '.')) {
            end++;
        }
        return end > from && EnhancedStatus.leading(words.substring(from, end)).isPresent();
    }

    private static boolean apart(char before) {
        return blank(before) || INTRODUCING.indexOf(before) >= 0;
    }

    private static boolean introduced(String words, int at) {
        int i = at - 1;
        while (i >= 0 && blank(words.charAt(i))) {
            i--;
        }
        // The time of day is no introduction.
        return i >= 0
                && INTRODUCING.indexOf(words.charAt(i)) >= 0
                && !(i > 0 && i == at - 1 && digit(words.charAt(i - 1)));
    }

    private static boolean worded(String words, int at) {
        char next = words.charAt(Math.min(afterBlanks(words, at), words.length() - 1));
        return Character.isLetter(next) || "<[\"'*".indexOf(next) >= 0;
    }

    private static int afterBlanks(String words, int at) {
        int i = at;
        while (i < words.length() && words.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
