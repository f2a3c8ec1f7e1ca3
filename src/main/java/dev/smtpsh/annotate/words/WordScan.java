package dev.smtpsh.annotate.words;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds the same as {@link Words#in}, several times as fast and without making anything. Where words have parted or hardly
 * begun, each step is looked up in a table, which is filled as texts need it; within a word, where only one letter leads on,
 * that letter is compared, and all else leads to where the longest other word may have begun. So the memory that a text
 * makes the processor touch is little. Not safe to share between threads.
 *
 * <p>A place is the start of a row in the table, or the complement of the number of a node within a word. A step is a place
 * doubled, plus one where a word ends there.
 */
public final class WordScan {
    // Nodes so near to the beginning of words are met all the time.
    private static final int NEAR = 2;
    private static final int ASCII = 128;
    // Steps by characters beyond ASCII, of which there are too many for columns: the last ones are remembered.
    private static final int STEPS = 4096;
    private static final int SPREAD = 0x9e3779b1;

    private final Words words;
    // A state of the words for each node, and back. A child that is alone stands behind its parent.
    private final int[] stateOf;
    private final int[] nodeOf;
    // For each state the step to it; for each node within a word the letter that leads on, the step by it, and the
    // place
    // to go on from by any other.
    private final int[] stepTo;
    private final char[] letter;
    private final int[] onward;
    private final int[] back;
    // The longest word that ends at each node.
    private final int[] wordAt;

    // For each character of ASCII its column in the table; those that no word contains share one.
    private final byte[] column = new byte[ASCII];
    private final int width;
    // Where in a row the longest word stands that ends there.
    private final int own;
    // Cells hold a step, zero where it is not known yet: nothing leads to the first row.
    private final int[] table;
    private final int[] stateOfRow;
    private final int[] rareFrom = new int[STEPS];
    private final char[] rareBy = new char[STEPS];
    private final int[] rareTo = new int[STEPS];

    private int text;
    // For each word a state in which it ends, the last text in which it was the longest that ended somewhere, and the
    // last in which it was marked.
    private final int[] endOf;
    private final int[] seenIn;
    private final int[] marks;
    private int marked;
    private final int[] hits;
    private int count;

    public WordScan(Words words) {
        this.words = words;
        int states = words.states();
        stateOf = new int[states];
        nodeOf = new int[states];
        stepTo = new int[states];
        letter = new char[states];
        onward = new int[states];
        back = new int[states];
        wordAt = new int[states];
        endOf = new int[words.count()];
        seenIn = new int[words.count()];
        marks = new int[words.count()];
        hits = new int[words.count()];
        boolean[] alphabet = words.alphabet();
        int columns = 1;
        for (char c = 0; c < ASCII; c++) {
            column[c] = (byte) (alphabet[c] ? columns++ : 0);
        }
        own = columns;
        width = columns + 1;
        stateOfRow = new int[states + 1];
        numberDepthFirst();
        table = new int[(place() + 1) * width];
        link();
        Arrays.fill(rareFrom, Integer.MIN_VALUE);
    }

    private void numberDepthFirst() {
        int[] waiting = new int[stateOf.length];
        int waits = 1;
        int number = 0;
        while (waits > 0) {
            int state = waiting[--waits];
            stateOf[number] = state;
            nodeOf[state] = number++;
            for (int i = words.children(state) - 1; i >= 0; i--) {
                waiting[waits++] = words.firstChild(state) + i;
            }
        }
    }

    // Finds the place of each state; gives the number of rows.
    private int place() {
        int rows = 0;
        int[] depth = new int[stateOf.length];
        // The states are numbered breadth first: parents before their children.
        for (int state = 0; state < depth.length; state++) {
            int children = words.children(state);
            for (int i = 0; i < children; i++) {
                depth[words.firstChild(state) + i] = depth[state] + 1;
            }
            boolean tabled = children > 1 || depth[state] <= NEAR;
            if (tabled) {
                stateOfRow[++rows] = state;
            }
            int longest = words.longest(state);
            stepTo[state] = (tabled ? rows * width : ~nodeOf[state]) << 1 | (longest < 0 ? 0 : 1);
            if (longest >= 0) {
                endOf[longest] = state;
            }
        }
        return rows;
    }

    private void link() {
        for (int node = 0; node < stateOf.length; node++) {
            int state = stateOf[node];
            back[node] = stepTo[words.fallback(state)] >> 1;
            wordAt[node] = words.longest(state);
            if (stepTo[state] >= 0) {
                table[(stepTo[state] >> 1) + own] = wordAt[node];
            }
            boolean ends = words.children(state) == 0;
            // No text has this character: Unicode has none of that number.
            letter[node] = ends ? Character.MAX_VALUE : words.letter(words.firstChild(state));
            onward[node] = ends ? 0 : stepTo[words.firstChild(state)];
        }
    }

    /**
     * Looks through a text.
     *
     * @param folded its characters, folded as by {@link Words#fold}, up to {@code length}; not U+FFFF
     */
    public void scan(char[] folded, int length) {
        text++;
        count = 0;
        int[] cells = table;
        byte[] columns = column;
        int place = stepTo[Words.ROOT] >> 1;
        for (int i = 0; i < length; i++) {
            char c = folded[i];
            int step = 0;
            while (place < 0 && step == 0) {
                if (letter[~place] == c) {
                    step = onward[~place];
                } else {
                    place = back[~place];
                }
            }
            if (step == 0) {
                step = c < ASCII ? cells[place + columns[c]] : 0;
                step = step == 0 ? learn(place, c) : step;
            }
            place = step >> 1;
            if ((step & 1) != 0) {
                hit(place);
            }
        }
    }

    private int state(int place) {
        return place < 0 ? stateOf[~place] : stateOfRow[place / width];
    }

    private void hit(int place) {
        int word = place < 0 ? wordAt[~place] : table[place + own];
        if (seenIn[word] != text) {
            seenIn[word] = text;
            hits[count++] = word;
        }
    }

    private int learn(int place, char c) {
        if (c < ASCII) {
            // Characters that no word contains share a column.
            int to = column[c] == 0 ? Words.ROOT : words.next(state(place), c);
            table[place + column[c]] = stepTo[to];
            return stepTo[to];
        }
        int slot = (place ^ c * SPREAD) * SPREAD >>> Integer.SIZE - Integer.numberOfTrailingZeros(STEPS);
        if (rareFrom[slot] != place || rareBy[slot] != c) {
            rareFrom[slot] = place;
            rareBy[slot] = c;
            rareTo[slot] = stepTo[words.next(state(place), c)];
        }
        return rareTo[slot];
    }

    /** How many words there are to find. */
    public int size() {
        return hits.length;
    }

    /** How many different words were found, of those that end at one place the longest alone. */
    public int found() {
        return count;
    }

    /** The number of one of them. Texts in which the same were found have the same words in them. */
    public int word(int index) {
        return hits[index];
    }

    /** The numbers of all words that were found. */
    public BitSet words() {
        BitSet found = new BitSet();
        for (int i = 0; i < count; i++) {
            collect(hits[i], found);
        }
        return found;
    }

    /** Adds a word, and all that end where it does. */
    public void collect(int word, BitSet found) {
        words.collect(endOf[word], found);
    }

    /** Whether a word was found. */
    public boolean has(int word) {
        if (marked != text) {
            marked = text;
            for (int i = 0; i < count; i++) {
                words.mark(endOf[hits[i]], marks, text);
            }
        }
        return marks[word] == text;
    }
}
