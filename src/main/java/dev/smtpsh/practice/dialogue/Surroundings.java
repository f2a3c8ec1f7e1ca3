package dev.smtpsh.practice.dialogue;

import dev.smtpsh.practice.fault.Fault;
import java.time.Instant;

/** What a conversation needs from the server it belongs to, and what it tells it. */
public interface Surroundings {
    /** The address of the client. */
    String client();

    /** The practice clock. */
    Instant now();

    /** When these three were first seen together: now, if they never were. */
    Instant firstSeen(String client, String reversePath, String forwardPath);

    /** A name for the next message. */
    String nextId();

    /** Printable ASCII without a comma, other each time: what a login cannot be repeated by. */
    String chance();

    void stored(StoredMessage message);

    void loggedIn(String user);

    void misbehaved(Fault fault);
}
