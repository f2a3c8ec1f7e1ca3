package dev.smtpsh.cli;

import dev.smtpsh.smtp.Octets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads a file of any size line by line; a line that is too long keeps its beginning. */
final class OctetLines {
    /** Octets of a line that are kept (limit {@code file-line}). */
    static final int LONGEST = 1024 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int next;
    private int filled;

    OctetLines(InputStream in) {
        this.in = in;
    }

    /** The next line without LF or CRLF; empty at the end. */
    Optional<Octets> next() throws IOException {
        ByteArrayOutputStream begun = null;
        while (next < filled || fill()) {
            int lf = next;
            while (lf < filled && buffer[lf] != '\n') {
                lf++;
            }
            if (lf < filled && begun == null) {
                Octets whole = line(buffer, next, lf);
                next = lf + 1;
                return Optional.of(whole);
            }
            begun = begun == null ? new ByteArrayOutputStream(256) : begun;
            begun.write(buffer, next, Math.min(lf - next, Math.max(0, LONGEST - begun.size())));
            boolean ended = lf < filled;
            next = ended ? lf + 1 : filled;
            if (ended) {
                break;
            }
        }
        return begun == null ? Optional.empty() : Optional.of(line(begun.toByteArray(), 0, begun.size()));
    }

    private boolean fill() throws IOException {
        next = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    private static Octets line(byte[] bytes, int from, int to) {
        boolean cr = to > from && bytes[to - 1] == '\r';
        return Octets.of(bytes, from, cr ? to - 1 : to);
    }
}
