package dev.smtpsh.cli;

import dev.smtpsh.smtp.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Reads a file of any size line by line; a line that is too long keeps its beginning. */
final class OctetLines {
    /** Octets of a line that are kept (limit {@code file-line}). */
    static final int LONGEST = 1024 * 1024;

    private final InputStream in;
    private byte[] buffer = new byte[64 * 1024];
    // What has been read and not given stands from next to filled.
    private int next;
    private int filled;
    private int start;
    private int end;
    // Whether the rest of the line is still to be read over.
    private boolean cut;

    OctetLines(InputStream in) {
        this.in = in;
    }

    /** The next line without LF or CRLF; empty at the end. */
    Optional<Octets> next() throws IOException {
        return advance() ? Optional.of(line()) : Optional.empty();
    }

    /** Goes to the next line; false if there is none. More is waited for only when no whole line has come. */
    boolean advance() throws IOException {
        if (cut) {
            skipLine();
        }
        int searched = 0;
        while (true) {
            int lf = next + searched;
            while (lf < filled && buffer[lf] != '\n') {
                lf++;
            }
            boolean whole = lf < filled;
            searched = lf - next;
            if (whole || searched >= LONGEST || !fill()) {
                start = next;
                end = Math.min(lf, start + LONGEST);
                next = whole ? lf + 1 : filled;
                cut = !whole && searched >= LONGEST;
                return whole || searched > 0;
            }
        }
    }

    /** The line without its line end. */
    Octets line() {
        return Octets.of(buffer, start, end());
    }

    /** Holds the line from {@link #start} to {@link #end}, until the next is gone to. */
    byte[] octets() {
        return buffer;
    }

    int start() {
        return start;
    }

    int end() {
        return end > start && buffer[end - 1] == '\r' ? end - 1 : end;
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, next, buffer, 0, filled - next);
        filled -= next;
        next = 0;
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * filled);
        }
        int count = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(0, count);
        return count > 0;
    }

    private void skipLine() throws IOException {
        do {
            while (next < filled) {
                if (buffer[next++] == '\n') {
                    return;
                }
            }
        } while (fill());
    }
}
