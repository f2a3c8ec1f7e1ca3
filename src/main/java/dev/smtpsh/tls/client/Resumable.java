package dev.smtpsh.tls.client;

import java.util.Optional;
import org.bouncycastle.tls.TlsSession;

/** A session that may be taken up again. It holds a secret, which nobody can ask it for. */
public final class Resumable {
    private final Optional<TlsSession> session;
    private final byte[] ticket;
    private final byte[] key;
    private final int prf;

    private Resumable(Optional<TlsSession> session, byte[] ticket, byte[] key, int prf) {
        this.session = session;
        this.ticket = ticket;
        this.key = key;
        this.prf = prf;
    }

    /** Of TLS 1.2 and before: by its session ID, and by its ticket unless that is empty. */
    static Resumable before13(TlsSession session, byte[] ticket) {
        return new Resumable(Optional.of(session), ticket, new byte[0], 0);
    }

    /** Of TLS 1.3: the ticket is the name of the key. */
    static Resumable of13(byte[] ticket, byte[] key, int prf) {
        return new Resumable(Optional.empty(), ticket, key, prf);
    }

    Optional<TlsSession> session() {
        return session;
    }

    byte[] ticket() {
        return ticket;
    }

    byte[] key() {
        return key;
    }

    int prf() {
        return prf;
    }
}
