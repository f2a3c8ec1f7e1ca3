package dev.smtpsh.sasl;

import java.util.Optional;

/** One login under way. Good for one attempt; {@link #close()} wipes the password. */
public interface Mechanism extends AutoCloseable {
    /** As AUTH names it. */
    String name();

    /**
     * What to send before the server has asked. Absent is not empty: a mechanism that must wait for the server has none,
     * while an empty one is sent (RFC 4954 4 writes it {@code =}).
     */
    Optional<byte[]> initialResponse();

    /** What comes of a challenge, base64 already taken off. A mechanism that had no chance to send its initial response
     * gives it as the answer to an empty challenge (RFC 4422 5.1). */
    Step respond(byte[] challenge);

    /** What the server has not done yet, although it says that the login is complete; empty if nothing is missing. */
    Optional<String> missing();

    @Override
    void close();
}
