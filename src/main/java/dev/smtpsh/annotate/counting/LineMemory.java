package dev.smtpsh.annotate.counting;

import dev.smtpsh.annotate.transcript.Tally;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Lines that were met before, and where they were counted: a list repeats itself. Each new line takes the place of another. */
final class LineMemory {
    /** Longer ones are not kept, octets. */
    static final int LONGEST = 192;

    // Limit summary-lines: three megabytes.
    private static final int LINES = 16 * 1024;

    private final byte[] kept = new byte[LINES * LONGEST];
    private final byte[] lengths = new byte[LINES];
    private final byte[] moments = new byte[LINES];
    private final Tally.Count[] counts = new Tally.Count[LINES];
    // Made for sums, and the fastest way of Java to tell lines apart.
    private final CRC32 sum = new CRC32();
    private int slot;

    /**
     * Finds a line of at most {@link #LONGEST} octets; null if it is not known.
     *
     * @param moment a number for the moment at which the reply came in
     */
    Tally.Count find(byte[] octets, int start, int end, int moment) {
        sum.reset();
        sum.update(octets, start, end - start);
        slot = (int) sum.getValue() + moment & LINES - 1;
        int at = slot * LONGEST;
        boolean same = lengths[slot] == (byte) (end - start)
                && moments[slot] == moment
                && Arrays.equals(kept, at, at + end - start, octets, start, end);
        return same ? counts[slot] : null;
    }

    /** Keeps the line that was looked for last. */
    void keep(byte[] octets, int start, int end, int moment, Tally.Count count) {
        System.arraycopy(octets, start, kept, slot * LONGEST, end - start);
        lengths[slot] = (byte) (end - start);
        moments[slot] = (byte) moment;
        counts[slot] = count;
    }
}
