package dev.smtpsh.cli;

import dev.smtpsh.smtp.Octets;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads lines out of a pipe octet by octet; the last one counts without its newline too. */
final class PipeLines {
    /** Octets of one line at most (limit {@code typed-line}): more is no command and no line of a message. */
    static final int LONGEST = 1024 * 1024;

    private final InputStream in;

    PipeLines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /**
     * The next line without its LF or CRLF; empty at the end.
     *
     * @throws IOException when the input cannot be read or a line is longer than {@link #LONGEST}
     */
    Optional<Octets> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        int octet = in.read();
        if (octet < 0) {
            return Optional.empty();
        }
        while (octet >= 0 && octet != '\n') {
            if (line.size() >= LONGEST) {
                throw new IOException("a line of the input is longer than " + LONGEST + " octets");
            }
            line.write(octet);
            octet = in.read();
        }
        Octets whole = Octets.of(line.toByteArray());
        boolean cr = octet == '\n' && !whole.isEmpty() && whole.at(whole.length() - 1) == '\r';
        return Optional.of(cr ? whole.slice(0, whole.length() - 1) : whole);
    }
}
