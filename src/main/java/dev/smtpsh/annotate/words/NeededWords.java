package dev.smtpsh.annotate.words;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds out which words a text must contain for a regular expression to match it, so that the expression need not be
 * tried on all the others. Reads only the plainest of RE2's syntax, and takes whatever else there is for nothing.
 */
public final class NeededWords {
    private static final int NOTHING = -1;
    private static final int MOST_EXACT = 64;
    // After a bracket: a group of which nobody wants to know what it matched.
    private static final String UNCOUNTED = "?:";

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
        if (expression.replace("(".concat(UNCOUNTED), "").contains("(?")
                || expression.contains("\\Q")
                || expression.contains("[[:")) {
            return List.of();
        }
        Need whole = new NeededWords(expression).alternatives();
        List<List<String>> needed = new ArrayList<>(whole.sets());
        needed.add(folded(whole.exact()));
        needed.removeIf(words -> shortest(words) < shortest);
        needed.sort((a, b) -> Integer.compare(shortest(b), shortest(a)));
        return List.copyOf(needed);
    }

    /**
     * What a part of an expression needs.
     *
     * @param exact all texts that it matches, folded aside; empty if that cannot be told, or there are too many
     * @param sets as {@link #of} gives them; those of {@code exact} left out
     */
    private record Need(List<String> exact, List<List<String>> sets) {
        private static final Need NOTHING = new Need(List.of(), List.of());

        static Need literal(int c) {
            return c == NeededWords.NOTHING ? NOTHING : new Need(List.of(Character.toString(c)), List.of());
        }

        /** The set that tells most, or an empty one. */
        List<String> best() {
            List<String> best = folded(exact);
            for (List<String> words : sets) {
                best = shortest(words) > shortest(best) ? words : best;
            }
            return best;
        }
    }

    /** Reads up to the end or a closing bracket. */
    private Need alternatives() {
        Need first = sequence();
        if (at >= expression.length() || expression.charAt(at) == ')') {
            at++;
            return first;
        }
        List<String> exact = new ArrayList<>(first.exact());
        List<String> any = new ArrayList<>(first.best());
        boolean literal = !exact.isEmpty();
        boolean sure = !any.isEmpty();
        while (at < expression.length() && expression.charAt(at++) == '|') {
            Need other = sequence();
            literal &= !other.exact().isEmpty();
            exact.addAll(other.exact());
            sure &= !other.best().isEmpty();
            any.addAll(other.best());
        }
        if (literal && exact.size() <= MOST_EXACT) {
            return new Need(exact, List.of());
        }
        return new Need(List.of(), sure ? List.of(any) : List.of());
    }

    /** Reads one alternative. Neighbours whose texts are known are read as one, such as {@code (a|b) c} as two texts. */
    private Need sequence() {
        List<List<String>> sets = new ArrayList<>();
        List<String> run = List.of("");
        boolean exact = true;
        while (at < expression.length() && "|)".indexOf(expression.charAt(at)) < 0) {
            char c = expression.charAt(at++);
            Need one = c == '(' ? group() : Need.literal(literal(c));
            char count = at < expression.length() ? expression.charAt(at) : 0;
            boolean counted = count == '?' || count == '*' || count == '+' || count == '{';
            if (counted && count != '+') {
                one = Need.NOTHING;
            }
            sets.addAll(one.sets());
            boolean joins = !one.exact().isEmpty() && run.size() * one.exact().size() <= MOST_EXACT;
            if (joins) {
                run = joined(run, one.exact());
            }
            if (!joins || counted) {
                exact = false;
                end(run, sets);
                run = joins ? List.of("") : start(one.exact());
            }
            if (counted && !joins) {
                end(run, sets);
                run = List.of("");
            }
            skipCount();
        }
        if (exact) {
            return new Need(run, List.of());
        }
        end(run, sets);
        return new Need(List.of(), sets);
    }

    private static List<String> start(List<String> exact) {
        return exact.isEmpty() ? List.of("") : exact;
    }

    private Need group() {
        at += expression.startsWith(UNCOUNTED, at) ? UNCOUNTED.length() : 0;
        return alternatives();
    }

    private static List<String> joined(List<String> before, List<String> after) {
        List<String> joined = new ArrayList<>();
        for (String one : before) {
            for (String other : after) {
                joined.add(one.concat(other));
            }
        }
        return joined;
    }

    private static void end(List<String> run, List<List<String>> sets) {
        List<String> words = folded(run);
        if (shortest(words) > 0) {
            sets.add(words);
        }
    }

    private static List<String> folded(List<String> texts) {
        List<String> folded = new ArrayList<>();
        for (String text : texts) {
            folded.add(Words.fold(text));
        }
        return folded;
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
