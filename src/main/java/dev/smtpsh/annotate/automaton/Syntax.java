package dev.smtpsh.annotate.automaton;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads the part of RE2's syntax that rules are written in, for texts in small letters: literals, classes, groups,
 * alternatives, counts, places. Symbols are the characters of ASCII, and one that stands for all others.
 */
final class Syntax {
    /** The symbol for a character beyond ASCII. */
    static final int OTHER = 128;

    static final int SYMBOLS = OTHER + 1;

    // RE2 allows no more.
    private static final int MOST_COUNT = 1000;

    private final String expression;
    private int at;

    private static final class Unknown extends Exception {
        private static final long serialVersionUID = 1;

        Unknown() {
            super("", null, false, false);
        }
    }

    private Syntax(String expression) {
        this.expression = expression;
    }

    /** Takes an expression apart; empty if anything in it is not known here. */
    static Optional<Shape> read(String expression) {
        try {
            Syntax syntax = new Syntax(expression);
            Shape shape = syntax.either();
            return syntax.more() ? Optional.empty() : Optional.of(shape);
        } catch (Unknown e) {
            return Optional.empty();
        }
    }

    static boolean word(int symbol) {
        return symbol >= '0' && symbol <= '9' || symbol >= 'a' && symbol <= 'z' || symbol == '_';
    }

    private boolean more() {
        return at < expression.length();
    }

    private boolean next(char c) {
        return more() && expression.charAt(at) == c;
    }

    private boolean took(char c) {
        boolean took = next(c);
        at += took ? 1 : 0;
        return took;
    }

    private char take() throws Unknown {
        if (!more()) {
            throw new Unknown();
        }
        return expression.charAt(at++);
    }

    private Shape either() throws Unknown {
        List<Shape> ways = new ArrayList<>();
        do {
            ways.add(row());
        } while (took('|'));
        return ways.size() == 1 ? ways.get(0) : new Shape.Either(List.copyOf(ways));
    }

    private Shape row() throws Unknown {
        List<Shape> parts = new ArrayList<>();
        while (more() && !next('|') && !next(')')) {
            parts.add(counted(part()));
        }
        return new Shape.Row(List.copyOf(parts));
    }

    private Shape counted(Shape what) throws Unknown {
        if (!more() || "*+?{".indexOf(expression.charAt(at)) < 0) {
            return what;
        }
        char count = take();
        int fewest = count == '+' ? 1 : 0;
        int most = count == '?' ? 1 : Shape.ENDLESS;
        if (count == '{') {
            fewest = number();
            most = took(',') ? next('}') ? Shape.ENDLESS : number() : fewest;
            if (take() != '}' || most != Shape.ENDLESS && most < fewest) {
                throw new Unknown();
            }
        }
        // As few as possible, or as many: all the same where only the place of a match differs.
        took('?');
        if (more() && "*+?{".indexOf(expression.charAt(at)) >= 0) {
            throw new Unknown();
        }
        return new Shape.Repeated(what, fewest, most);
    }

    private int number() throws Unknown {
        int value = 0;
        int start = at;
        while (more() && digit(expression.charAt(at)) && value <= MOST_COUNT) {
            value = value * 10 + take() - '0';
        }
        if (at == start || value > MOST_COUNT) {
            throw new Unknown();
        }
        return value;
    }

    private Shape part() throws Unknown {
        char c = take();
        return switch (c) {
            case '(' -> group();
            case '[' -> new Shape.One(bracket());
            case '.' -> new Shape.One(allBut(new BitSet()));
            case '^' -> Shape.Place.START;
            case '$' -> Shape.Place.END;
            case '\\' -> escaped();
            case '*', '+', '?', '{' -> throw new Unknown();
            default -> new Shape.One(literal(c));
        };
    }

    private Shape group() throws Unknown {
        // Flags and names are not known.
        if (took('?') && !took(':')) {
            throw new Unknown();
        }
        Shape inner = either();
        if (!took(')')) {
            throw new Unknown();
        }
        return inner;
    }

    private Shape escaped() throws Unknown {
        if (took('b')) {
            return Shape.Place.BOUNDARY;
        }
        return took('B') ? Shape.Place.NO_BOUNDARY : new Shape.One(kind(take()));
    }

    /** What stands for a kind of characters, or for itself. */
    private static BitSet kind(char c) throws Unknown {
        return switch (c) {
            case 'd' -> digits();
            case 'D' -> allBut(digits());
            case 'w' -> words();
            case 'W' -> allBut(words());
            case 's' -> white();
            case 'S' -> allBut(white());
            default -> {
                if (digit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
                    throw new Unknown();
                }
                yield literal(c);
            }
        };
    }

    private BitSet bracket() throws Unknown {
        boolean negated = took('^');
        BitSet set = new BitSet();
        boolean first = true;
        while (first || !next(']')) {
            first = false;
            char from = take();
            if (from == '[' && next(':') || from >= OTHER) {
                throw new Unknown();
            }
            BitSet here = from == '\\' ? kind(take()) : literal(from);
            boolean range = next('-') && at + 1 < expression.length() && expression.charAt(at + 1) != ']';
            if (range) {
                here = range(from);
            }
            set.or(here);
        }
        take();
        return negated ? allBut(set) : set;
    }

    private BitSet range(char from) throws Unknown {
        take();
        char to = take();
        if (from == '\\' || to == '\\' || to == '[' || to >= OTHER || to < from) {
            throw new Unknown();
        }
        BitSet range = new BitSet();
        for (char c = from; c <= to; c++) {
            range.or(literal(c));
        }
        return range;
    }

    private static BitSet literal(char c) throws Unknown {
        if (c >= OTHER) {
            throw new Unknown();
        }
        BitSet one = new BitSet();
        one.set(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
        return one;
    }

    private static BitSet digits() {
        BitSet digits = new BitSet();
        digits.set('0', '9' + 1);
        return digits;
    }

    /** Those that words are made of. */
    static BitSet words() {
        BitSet words = new BitSet();
        for (int c = 0; c < OTHER; c++) {
            words.set(c, word(c));
        }
        return words;
    }

    private static BitSet white() {
        BitSet white = new BitSet();
        for (char c : " \t\n\f\r".toCharArray()) {
            white.set(c);
        }
        return white;
    }

    private static BitSet allBut(BitSet set) {
        BitSet all = new BitSet();
        all.set(0, SYMBOLS);
        all.andNot(set);
        return all;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
