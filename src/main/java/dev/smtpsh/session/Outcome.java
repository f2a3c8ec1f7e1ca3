package dev.smtpsh.session;

/** What came of sending a command, or of waiting for the greeting. */
public sealed interface Outcome {
    /** A reply came, good or bad. */
    record Answered(Exchange exchange) implements Outcome {}

    /** No reply came, or nothing that follows it can be trusted. */
    record Failed(Failure failure) implements Outcome {}
}
