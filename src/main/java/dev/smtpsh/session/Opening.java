package dev.smtpsh.session;

/** What came of opening a conversation. */
public sealed interface Opening {
    /** A session stands; the greeting was read, however unfriendly. */
    record Opened(Session session, Exchange greeting) implements Opening {}

    /** No session came about. */
    record NotOpened(Failure failure) implements Opening {}
}
