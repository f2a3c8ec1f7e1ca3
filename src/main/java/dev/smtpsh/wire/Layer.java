package dev.smtpsh.wire;

import java.io.IOException;

/**
 * A layer between SMTP and the network, without I/O of its own: TLS. Octets are offered on one side and taken on the
 * other. A link calls it from one thread at a time.
 */
public interface Layer {
    /** Begins the handshake; what is to be sent is then in {@link #outgoing()}. */
    void begin() throws IOException;

    /**
     * Octets came from the network.
     *
     * @throws IOException when the handshake failed or the layer is broken; what is left to send (an alert) is still in
     *     {@link #outgoing()}
     */
    void received(byte[] octets) throws IOException;

    /** Takes the plain octets that have become readable; empty if none. */
    byte[] plain() throws IOException;

    /** Takes the octets that must go to the network now; empty if none. */
    byte[] outgoing() throws IOException;

    /** Wraps plain octets; the result is in {@link #outgoing()}. Only after {@link #ready()}. */
    void send(byte[] plain) throws IOException;

    /** Whether the handshake is complete. */
    boolean ready();

    /** Whether the peer ended the layer in good order (close_notify). */
    boolean endedByPeer();

    /** Ends the layer from our side; the goodbye is in {@link #outgoing()}. */
    void close() throws IOException;
}
