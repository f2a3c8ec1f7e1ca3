package dev.smtpsh.annotate.words;

import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * Finds all words of a rule book in one pass over a text (Aho and Corasick). The states are numbered breadth
 * first, so that the children of a state stand side by side, in the order of their letters.
 */
public final class Words {
    static final int ROOT = 0;
    private static final int NOTHING = -1;
    private static final int ASCII = 128;

    private final int states;
    private final char[] letter;
    private final int[] firstChild;
    private final int[] fallback;
    private final int[] word;
    private final int[] shorter;
    private final int[] ruleStart;
    private final int[] rules;
    private final int[] fromRoot = new int[ASCII];

    private Words(ByteBuffer in) {
        states = in.getInt();
        int words = in.getInt();
        firstChild = ints(in, states + 1);
        fallback = ints(in, states);
        word = ints(in, states);
        shorter = ints(in, states);
        ruleStart = ints(in, words + 1);
        rules = ints(in, ruleStart[words]);
        letter = new char[states];
        in.asCharBuffer().get(letter);
        for (char c = 0; c < ASCII; c++) {
            fromRoot[c] = Math.max(ROOT, child(ROOT, c));
        }
    }

    /** Reads what {@link WordTrie} wrote. */
    public static Words read(byte[] pressed) {
        return new Words(ByteBuffer.wrap(pressed));
    }

    private static int[] ints(ByteBuffer in, int count) {
        int[] ints = new int[count];
        in.asIntBuffer().get(ints);
        in.position(in.position() + Integer.BYTES * count);
        return ints;
    }

    /**
     * Letter case and the amount of white space do not count: small letters, one space for any run of white space.
     * Letters are folded one by one, so that a text never grows.
     */
    public static String fold(CharSequence text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean white = white(c);
            if (!white) {
                folded.append(fold(c));
            } else if (!space) {
                folded.append(' ');
            }
            space = white;
        }
        int length = folded.length();
        if (length > 0 && folded.charAt(length - 1) == ' ') {
            folded.setLength(length - 1);
        }
        return folded.toString();
    }

    /** Whether a character is white space of a folded text. */
    public static boolean white(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\u00a0';
    }

    /** A character that is not white space, folded. */
    public static char fold(char c) {
        return c < ASCII ? small(c) : Character.toLowerCase(Character.toUpperCase(c));
    }

    private static char small(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    /** The numbers of the words that occur in a folded text. */
    public BitSet in(String folded) {
        BitSet found = new BitSet();
        int state = ROOT;
        for (int i = 0; i < folded.length(); i++) {
            state = next(state, folded.charAt(i));
            collect(state, found);
        }
        return found;
    }

    /** Adds the words that end in a state. */
    void collect(int state, BitSet found) {
        int end = word[state] == NOTHING ? shorter[state] : state;
        // Once a word was found, so were all that it ends in: the whole search stays linear.
        while (end != NOTHING && !found.get(word[end])) {
            found.set(word[end]);
            end = shorter[end];
        }
    }

    int count() {
        return ruleStart.length - 1;
    }

    int states() {
        return states;
    }

    int children(int state) {
        return firstChild[state + 1] - firstChild[state];
    }

    /** The first of its children; the others are the numbers after it. */
    int firstChild(int state) {
        return firstChild[state];
    }

    /** The letter that leads to a state. */
    char letter(int state) {
        return letter[state];
    }

    int fallback(int state) {
        return fallback[state];
    }

    /** Writes a mark for each word that ends in a state. */
    void mark(int state, int[] marks, int mark) {
        int end = word[state] == NOTHING ? shorter[state] : state;
        while (end != NOTHING && marks[word[end]] != mark) {
            marks[word[end]] = mark;
            end = shorter[end];
        }
    }

    /** The longest word that ends in a state, or -1. */
    int longest(int state) {
        int end = word[state] == NOTHING ? shorter[state] : state;
        return end == NOTHING ? NOTHING : word[end];
    }

    /** For each character of ASCII whether any word has it. */
    boolean[] alphabet() {
        boolean[] alphabet = new boolean[ASCII];
        for (int state = 1; state < states; state++) {
            if (letter[state] < ASCII) {
                alphabet[letter[state]] = true;
            }
        }
        return alphabet;
    }

    /** The rules that start from a word. */
    public void collectRules(int number, BitSet collected) {
        for (int i = ruleStart[number]; i < ruleStart[number + 1]; i++) {
            collected.set(rules[i]);
        }
    }

    int next(int from, char c) {
        int state = from;
        while (state != ROOT) {
            int child = child(state, c);
            if (child != NOTHING) {
                return child;
            }
            state = fallback[state];
        }
        return c < ASCII ? fromRoot[c] : Math.max(ROOT, child(ROOT, c));
    }

    private int child(int state, char c) {
        int low = firstChild[state];
        int high = firstChild[state + 1] - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (letter[middle] == c) {
                return middle;
            }
            if (letter[middle] < c) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return NOTHING;
    }
}
