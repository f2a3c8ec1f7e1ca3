package dev.smtpsh.message;

import java.io.IOException;
import java.io.InputStream;

/**
 * Makes a message fit for DATA: each line ends in CRLF, a leading dot is doubled, and a line with a single dot ends it
 * (RFC 5321 4.5.2). A lone LF becomes CRLF; a lone CR stays what it is.
 */
public final class DotStuffing extends InputStream {
    private static final int END = -1;

    private final InputStream content;
    private final byte[] pending = new byte[8];
    private int next;
    private int filled;
    private int previous = '\n';
    private boolean finished;

    public DotStuffing(InputStream content) {
        this.content = content;
    }

    @Override
    public int read() throws IOException {
        if (next == filled) {
            refill();
        }
        return next == filled ? END : pending[next++] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int octet = read();
            if (octet == END) {
                return count == 0 && length > 0 ? END : count;
            }
            into[offset + count++] = (byte) octet;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private void refill() throws IOException {
        next = 0;
        filled = 0;
        if (finished) {
            return;
        }
        int octet = content.read();
        if (octet == END) {
            finish();
            return;
        }
        if (previous == '\n' && octet == '.') {
            put('.');
        }
        if (octet == '\n' && previous != '\r') {
            put('\r');
        }
        put(octet);
        previous = octet;
    }

    private void finish() {
        finished = true;
        // A message that ends in CR alone: the CR stays content, so the line still needs its own CRLF.
        if (previous != '\n') {
            put('\r');
            put('\n');
        }
        put('.');
        put('\r');
        put('\n');
    }

    private void put(int octet) {
        pending[filled++] = (byte) octet;
    }
}
