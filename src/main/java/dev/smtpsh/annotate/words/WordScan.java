package dev.smtpsh.annotate.words;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds the same as {@link Words#in} in octets of ASCII, several times as fast and without making anything: each step is
 * looked up in a table, which is filled as texts need it. Not safe to share between threads.
 *
 * <p>The table can grow to 256 octets for each letter of the words, and does not in practice: most of them are never met.
 */
public final class WordScan {
    /** Returned for octets that are not of printable ASCII, tab excepted: such a text is not for this class. */
    public static final int STRANGE = -1;

    // A row has room for all printable characters of ASCII that are left when letter case is ignored, and one for "any
    // other, such as no word contains".
    private static final int ROW = 128;
    private static final int KNOWN = 1;
    private static final int FOUND = 2;
    private static final int OFFSET = -ROW;
    private static final int FIRST_ROWS = 256;

    private final Words words;
    private final byte[] column = new byte[256];
    private int[] table = new int[FIRST_ROWS * ROW];
    // For each row its state in the words, and whether white space stands right before.
    private int[] stateOf = new int[FIRST_ROWS];
    private final int[] rowOf;
    private int rows;

    private int[] seenIn = new int[FIRST_ROWS];
    private int text;
    private int[] hits = new int[64];
    private int count;

    public WordScan(Words words) {
        this.words = words;
        rowOf = new int[2 * words.states()];
        Arrays.fill(rowOf, -1);
        Arrays.fill(column, (byte) STRANGE);
        for (int c = ' '; c <= '~'; c++) {
            column[c] = (byte) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
        }
        column['\t'] = ' ';
        row(Words.ROOT, true);
    }

    /** Begins a text: gives the state to scan from, and forgets what was found. */
    public int begin() {
        text++;
        count = 0;
        return 0;
    }

    /** Goes on with more octets of a text: gives the state after them, or {@link #STRANGE}. */
    public int scan(int from, byte[] octets, int start, int end) {
        byte[] columns = column;
        int[] steps = table;
        int state = from;
        for (int i = start; i < end; i++) {
            int c = columns[octets[i] & 0xff];
            if (c < 0) {
                return STRANGE;
            }
            int step = steps[state + c];
            if (step == 0) {
                step = learn(state, (char) c);
                steps = table;
            }
            state = step & OFFSET;
            if ((step & FOUND) != 0) {
                hit(state / ROW);
            }
        }
        return state;
    }

    /** How many different sets of words ended somewhere in the text. */
    public int found() {
        return count;
    }

    /**
     * One of those sets, numbered in the order in which they were first met in the text. Two texts in which the same sets
     * were met have the same words in them.
     */
    public int set(int index) {
        return hits[index];
    }

    /** The numbers of the words that were found. */
    public BitSet words() {
        BitSet found = new BitSet();
        for (int i = 0; i < count; i++) {
            words.collect(stateOf[hits[i]] >> 1, found);
        }
        return found;
    }

    private void hit(int row) {
        if (seenIn[row] != text) {
            seenIn[row] = text;
            if (count == hits.length) {
                hits = Arrays.copyOf(hits, 2 * count);
            }
            hits[count++] = row;
        }
    }

    // A run of white space counts as one space, and none at the beginning.
    private int learn(int from, char c) {
        boolean afterSpace = (stateOf[from / ROW] & 1) != 0;
        int step;
        if (c == ' ' && afterSpace) {
            step = from | KNOWN;
        } else {
            int state = words.next(stateOf[from / ROW] >> 1, c);
            step = row(state, c == ' ') * ROW | KNOWN | (words.ends(state) ? FOUND : 0);
        }
        table[from + c] = step;
        return step;
    }

    private int row(int state, boolean afterSpace) {
        int key = state << 1 | (afterSpace ? 1 : 0);
        if (rowOf[key] < 0) {
            if (rows == stateOf.length) {
                table = Arrays.copyOf(table, 2 * rows * ROW);
                stateOf = Arrays.copyOf(stateOf, 2 * rows);
                seenIn = Arrays.copyOf(seenIn, 2 * rows);
            }
            stateOf[rows] = key;
            rowOf[key] = rows++;
        }
        return rowOf[key];
    }
}
