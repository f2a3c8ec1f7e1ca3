package dev.smtpsh.tls.secret;

import java.util.function.Consumer;
import org.bouncycastle.tls.crypto.TlsHash;

/** A hash that tells when it has taken part of a handshake, so that the hash of all of it can be asked for. */
public final class NotingHash implements TlsHash {
    private static final int CLIENT_HELLO = 1;
    private static final int MESSAGE_HASH = 254;

    private final TlsHash inner;
    private final Consumer<TlsHash> transcript;
    private boolean begun;
    private boolean ofHandshake;

    public NotingHash(TlsHash inner, Consumer<TlsHash> transcript) {
        this.inner = inner;
        this.transcript = transcript;
    }

    @Override
    public void update(byte[] octets, int offset, int length) {
        if (!begun && length > 0) {
            begun = true;
            // RFC 8446 4.4.1: a transcript begins with a ClientHello, or after a retry with its hash.
            int type = octets[offset] & 0xff;
            ofHandshake = type == CLIENT_HELLO || type == MESSAGE_HASH;
        }
        inner.update(octets, offset, length);
        if (ofHandshake) {
            transcript.accept(inner);
        }
    }

    @Override
    public byte[] calculateHash() {
        return inner.calculateHash();
    }

    @Override
    public TlsHash cloneHash() {
        NotingHash other = new NotingHash(inner.cloneHash(), transcript);
        other.begun = begun;
        other.ofHandshake = ofHandshake;
        return other;
    }

    @Override
    public void reset() {
        inner.reset();
        begun = false;
        ofHandshake = false;
    }
}
