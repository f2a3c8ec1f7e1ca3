package dev.smtpsh.practice;

/**
 * Is told what happens, in order for each connection. Called from the connections' threads, so it must be safe for
 * several; it must return soon and must not throw.
 */
@FunctionalInterface
public interface PracticeListener {
    void happened(PracticeEvent event);

    /** Listens to nothing. */
    PracticeListener NONE = event -> {};
}
