package dev.smtpsh.annotate.words;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds the same as {@link Words#in} in octets of ASCII, several times as fast and without making anything: each step is
 * looked up in a table, which is filled as texts need it. Not safe to share between threads.
 *
 * <p>The table is small enough to stay near the processor; should texts ever need more of it, it is begun anew.
 */
public final class WordScan {
    /** Returned for octets that are not of printable ASCII, tab excepted: such a text is not for this class. */
    public static final int STRANGE = -1;

    // Cells hold the next row and one, zero where it is not known yet; negative where words end there.
    private static final int MOST_ROWS = Short.MAX_VALUE;
    private static final int FIRST_ROWS = 256;
    private static final int START = 0;
    private static final byte[] BLANK = {' '};

    private final Words words;
    // For each octet its column in the table; those that no word contains share one.
    private final byte[] column = new byte[256];
    private final char[] letter = new char[128];
    private int width;
    private short[] table;
    // For each row its state in the words, doubled, plus one where white space stands right before.
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
        Arrays.fill(column, (byte) STRANGE);
        boolean[] alphabet = words.alphabet();
        alphabet[' '] = true;
        column['\t'] = column(' ', alphabet);
        for (char c = ' '; c <= '~'; c++) {
            column[c] = c >= 'A' && c <= 'Z' ? column((char) (c + ('a' - 'A')), alphabet) : column(c, alphabet);
        }
        column['\0'] = STRANGE;
        table = new short[FIRST_ROWS * width];
        forget();
    }

    private byte column(char c, boolean[] alphabet) {
        char stands = alphabet[c] ? c : '\0';
        if (column[stands] < 0) {
            letter[width] = stands;
            column[stands] = (byte) width++;
        }
        return column[stands];
    }

    private void forget() {
        Arrays.fill(table, (short) 0);
        Arrays.fill(rowOf, -1);
        rows = 0;
        row(Words.ROOT << 1 | 1);
    }

    /** Begins a text: gives the state to scan from, and forgets what was found. */
    public int begin() {
        text++;
        count = 0;
        return START;
    }

    /** Goes on with more octets of a text: gives the state after them, or {@link #STRANGE}. */
    public int scan(int from, byte[] octets, int start, int end) {
        byte[] columns = column;
        short[] steps = table;
        int across = width;
        int row = from;
        for (int i = start; i < end; i++) {
            int c = columns[octets[i] & 0xff];
            if (c < 0) {
                return STRANGE;
            }
            int step = steps[row * across + c];
            if (step == 0) {
                step = learn(row, c);
                steps = table;
            }
            if (step < 0) {
                step = -step;
                hit(step - 1);
            }
            row = step - 1;
        }
        return row;
    }

    /** Goes on with one blank. */
    public int blank(int from) {
        return scan(from, BLANK, 0, 1);
    }

    /** How many different sets of words ended somewhere in the text. */
    public int found() {
        return count;
    }

    /** One of those sets by its number. Texts in which the same sets were met have the same words in them. */
    public int set(int index) {
        return hits[index];
    }

    /** The numbers of the words that were found. */
    public BitSet words() {
        BitSet found = new BitSet();
        for (int i = 0; i < count; i++) {
            words.collect(hits[i], found);
        }
        return found;
    }

    private void hit(int row) {
        if (seenIn[row] != text) {
            seenIn[row] = text;
            if (count == hits.length) {
                hits = Arrays.copyOf(hits, 2 * count);
            }
            hits[count++] = stateOf[row] >> 1;
        }
    }

    // A run of white space counts as one space, and none at the beginning.
    private int learn(int from, int c) {
        int key = stateOf[from];
        if (letter[c] == ' ' && (key & 1) != 0) {
            table[from * width + c] = (short) (from + 1);
            return from + 1;
        }
        int state = words.next(key >> 1, letter[c]);
        int to = state << 1 | (letter[c] == ' ' ? 1 : 0);
        boolean full = rows == MOST_ROWS && rowOf[to] < 0;
        if (full) {
            forget();
        }
        int next = row(to) + 1;
        int step = words.ends(state) ? -next : next;
        if (!full) {
            table[from * width + c] = (short) step;
        }
        return step;
    }

    private int row(int key) {
        if (rowOf[key] < 0) {
            if (rows == stateOf.length) {
                int more = Math.min(MOST_ROWS, 2 * rows);
                table = Arrays.copyOf(table, more * width);
                stateOf = Arrays.copyOf(stateOf, more);
                seenIn = Arrays.copyOf(seenIn, more);
            }
            stateOf[rows] = key;
            rowOf[key] = rows++;
        }
        return rowOf[key];
    }
}
