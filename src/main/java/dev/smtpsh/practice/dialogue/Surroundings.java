package dev.smtpsh.practice.dialogue;

import dev.smtpsh.practice.fault.Fault;
import dev.smtpsh.practice.mail.StoredMessage;
import dev.smtpsh.practice.scenario.Moment;
import java.time.Duration;
import java.time.Instant;

/** What a conversation needs from the server it belongs to, and what it tells it. */
public interface Surroundings {
    /** The client has said what it calls itself. */
    void greeted(String name);

    /** The client moves its own clock on. */
    void later(Duration by);

    /** The client has reached a task of the scenario, by its number from 0; it may be the second time. */
    void reached(int task);

    /** The address of the client. */
    String client();

    /** The practice clock. */
    Instant now();

    /** When these three were first seen together: now, if they never were. */
    Instant firstSeen(String client, String reversePath, String forwardPath);

    /** The client has done something that may be counted. */
    void noteFrequency(Moment moment);

    /** How often the client has done something within that time, over all its connections, this time included. */
    int frequency(Moment moment, Duration within);

    /** How many connections the client has open, this one included. */
    int connections();

    /** A name for the next message. */
    String nextId();

    /** Printable ASCII without a comma, other each time: what a login cannot be repeated by. */
    String chance();

    void stored(StoredMessage message);

    void loggedIn(String user);

    void misbehaved(Fault fault);
}
