package dev.smtpsh.wire;

import java.io.IOException;

/** Bytes could not be carried. {@code session} turns it into a failure value at once. */
public final class WireException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What kind of trouble it was. */
    public enum Trouble {
        REFUSED,
        UNREACHABLE,
        TIMED_OUT,
        RESET,
        CLOSED,
        PROXY,
        LOCAL_ADDRESS,
        TLS
    }

    private final Trouble trouble;

    public WireException(Trouble trouble, String message, Throwable cause) {
        super(message, cause);
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }

    static WireException closedInHandshake() {
        return new WireException(Trouble.CLOSED, "the server closed the connection during the handshake", null);
    }
}
