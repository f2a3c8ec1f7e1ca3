package dev.smtpsh.wire;

import dev.smtpsh.smtp.Octets;

/**
 * Sees every octet of a conversation as SMTP sees it (inside TLS: decrypted), with the time of the read or write. Called
 * from the link's reading thread and from the sending thread, so it must be safe for both; it must return soon and must
 * not throw.
 */
public interface Tap {
    /** Octets came. {@code at} is {@link System#nanoTime()}. */
    void received(Octets octets, boolean secured, long at);

    /** Octets were handed to the network. */
    void sent(Octets octets, boolean secured, long at);

    /** Sees nothing. */
    Tap NONE = new Tap() {
        @Override
        public void received(Octets octets, boolean secured, long at) {}

        @Override
        public void sent(Octets octets, boolean secured, long at) {}
    };
}
