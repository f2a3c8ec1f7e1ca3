package dev.smtpsh.session;

/** Is told of each event on the thread that drives the session, before the call that caused it returns. */
@FunctionalInterface
public interface SessionListener {
    /** Must not throw and must not call the session. */
    void happened(SessionEvent event);

    /** Hears nothing. */
    SessionListener NONE = event -> {};
}
