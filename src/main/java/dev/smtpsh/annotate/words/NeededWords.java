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
    private int at;

    private NeededWords(String expression) {
        this.expression = expression;
    }

    /**
     * Sets of words, folded as by {@link Words#fold}: of each set one at least occurs in every text that the expression
     * matches, where the text is folded and letter case ignored. The set that tells most comes first. Empty if none can be
     * told.
     *
     * @param shortest of fewer characters than this a word tells nothing
     */
    public static List<List<String>> of(String expression, int shortest) {
        // Flags, quoting and named classes change what follows; expressions of ours have none.
        if (expression.contains("(?") || expression.contains("\\Q") || expression.contains("[[:")) {
            return List.of();
        }
        List<List<String>> needed = new ArrayList<>(new NeededWords(expression).alternatives());
        needed.removeIf(words -> shortest(words) < shortest);
        needed.sort((a, b) -> Integer.compare(shortest(b), shortest(a)));
        return List.copyOf(needed);
    }

    /** Reads up to the end or a closing bracket; gives what any of the alternatives needs. */
    private List<List<String>> alternatives() {
        List<List<String>> one = sequence();
        if (at == expression.length() || expression.charAt(at) == ')') {
            at++;
            return one;
        }
        List<String> any = new ArrayList<>(best(one));
        boolean sure = !any.isEmpty();
        while (at < expression.length() && expression.charAt(at++) == '|') {
            List<String> other = best(sequence());
            sure &= !other.isEmpty();
            any.addAll(other);
        }
        return sure ? List.of(any) : List.of();
    }

    private static List<String> best(List<List<String>> needed) {
        List<String> best = List.of();
        for (List<String> words : needed) {
            best = shortest(words) > shortest(best) ? words : best;
        }
        return best;
    }

    /** Reads one alternative: its runs of sure characters and its groups. */
    private List<List<String>> sequence() {
        List<List<String>> needed = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        while (at < expression.length() && "|)".indexOf(expression.charAt(at)) < 0) {
            char c = expression.charAt(at++);
            List<List<String>> group = c == '(' ? alternatives() : List.of();
            int literal = c == '(' ? NOTHING : literal(c);
            char count = at < expression.length() ? expression.charAt(at) : 0;
            boolean counted = count == '?' || count == '*' || count == '+' || count == '{';
            boolean sure = !counted || count == '+';
            if (literal != NOTHING && sure) {
                run.append((char) literal);
            }
            if (literal == NOTHING || counted) {
                end(run, needed);
            }
            if (sure) {
                needed.addAll(group);
            }
            skipCount();
        }
        end(run, needed);
        return needed;
    }

    private static void end(StringBuilder run, List<List<String>> needed) {
        String word = Words.fold(run);
        run.setLength(0);
        if (!word.isEmpty()) {
            needed.add(List.of(word));
        }
    }

    private static int shortest(List<String> words) {
        int shortest = words.isEmpty() ? 0 : Integer.MAX_VALUE;
        for (String word : words) {
            shortest = Math.min(shortest, word.length());
        }
        return shortest;
    }

    private void skipCount() {
        if (at < expression.length() && expression.charAt(at) == '{') {
            at = Math.max(expression.indexOf('}', at), at) + 1;
        }
        while (at < expression.length() && "?*+".indexOf(expression.charAt(at)) >= 0) {
            at++;
        }
    }

    /** Reads one thing that is no group; gives the character it stands for, or {@link #NOTHING}. */
    private int literal(char c) {
        return switch (c) {
            case '[' -> skipClass();
            case '.', '^', '$' -> NOTHING;
            case '\\' -> escaped();
            default -> c;
        };
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
}
