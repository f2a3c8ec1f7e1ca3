package dev.smtpsh.annotate.words;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds out which words a text must contain for a regular expression to match it, so that the expression need not be
 * tried on all the others. Reads only the plainest of RE2's syntax, and takes whatever else there is for nothing.
 */
public final class NeededWords {
    private static final int NOTHING = -1;

    private final String expression;
    private final List<String> needed = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private String longest = "";
    private int at;

    private NeededWords(String expression) {
        this.expression = expression;
    }

    /**
     * Words, folded as by {@link Words#fold}, one of which at least occurs in every text that the expression matches, where
     * the text is folded and letter case ignored. Empty if none can be told.
     *
     * @param shortest of fewer characters than this a word tells nothing
     */
    public static List<String> of(String expression, int shortest) {
        // Flags, quoting and named classes change what follows; expressions of ours have none.
        if (expression.contains("(?") || expression.contains("\\Q") || expression.contains("[[")) {
            return List.of();
        }
        NeededWords reader = new NeededWords(expression);
        reader.read();
        for (String word : reader.needed) {
            if (word.length() < shortest) {
                return List.of();
            }
        }
        return List.copyOf(reader.needed);
    }

    private void read() {
        while (at < expression.length()) {
            char c = expression.charAt(at);
            if (c == '|') {
                at++;
                endAlternative();
            } else {
                int literal = one(c);
                count(literal);
            }
        }
        endAlternative();
    }

    /** Reads one thing; gives the character it stands for, or {@link #NOTHING}. */
    private int one(char c) {
        at++;
        return switch (c) {
            case '(' -> skipGroup();
            case '[' -> skipClass();
            case '.', '^', '$' -> NOTHING;
            case '\\' -> escaped();
            default -> c;
        };
    }

    // How often the thing read occurs: a character that may be missing, or come twice, ends the run of sure ones.
    private void count(int literal) {
        char c = at < expression.length() ? expression.charAt(at) : 0;
        boolean counted = c == '?' || c == '*' || c == '+' || c == '{';
        if (literal != NOTHING && (!counted || c == '+')) {
            run.append((char) literal);
        }
        if (literal == NOTHING || counted) {
            endRun();
        }
        if (c == '{') {
            at = Math.max(expression.indexOf('}', at), at) + 1;
        }
        while (at < expression.length() && "?*+".indexOf(expression.charAt(at)) >= 0) {
            at++;
        }
    }

    private int escaped() {
        char c = at < expression.length() ? expression.charAt(at++) : 0;
        // Letters and digits mean classes, places or octets of another number.
        boolean special = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == 0;
        if (c == 'p' || c == 'P' || c == 'x') {
            at = expression.startsWith("{", at)
                    ? Math.max(expression.indexOf('}', at), at) + 1
                    : at + (c == 'x' ? 2 : 1);
        }
        return special ? NOTHING : c;
    }

    private int skipGroup() {
        for (int depth = 1; at < expression.length() && depth > 0; ) {
            char c = expression.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == '[') {
                skipClass();
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
        }
        return NOTHING;
    }

    private int skipClass() {
        // A bracket right at the beginning stands for itself.
        at += expression.startsWith("^", at) ? 1 : 0;
        at += expression.startsWith("]", at) ? 1 : 0;
        while (at < expression.length() && expression.charAt(at) != ']') {
            at += expression.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
        return NOTHING;
    }

    private void endRun() {
        String word = Words.fold(run);
        longest = word.length() > longest.length() ? word : longest;
        run.setLength(0);
    }

    private void endAlternative() {
        endRun();
        needed.add(longest);
        longest = "";
    }
}
