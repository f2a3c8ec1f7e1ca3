package dev.smtpsh.wire;

/** How a connection came to its end. */
public enum Ending {
    /** The peer closed in good order. */
    CLOSED("the server closed the connection"),
    /** The peer closed TCP inside TLS without saying so (RFC 8446 6.1 wants close_notify). */
    TRUNCATED("the server closed the connection without ending TLS first"),
    /** The peer, or something between, reset the connection. */
    RESET("the connection was reset"),
    /** TLS broke in the middle of the conversation. */
    TLS_BROKEN("TLS failed in the middle of the conversation"),
    /** We closed. */
    OURS("smtpsh closed the connection");

    private final String words;

    Ending(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
