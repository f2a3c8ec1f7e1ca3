package dev.smtpsh.script.talk;

import dev.smtpsh.script.syntax.Expectation;
import dev.smtpsh.session.Outcome;
import java.time.Duration;
import java.util.Optional;

/** Something that is done and answered, and can be done again. */
public interface Act {
    /** What is done, without what is secret in it. */
    String words();

    /** What must come where the script does not say; empty if nothing is waited for then. */
    Optional<Expectation> usual();

    /** Does it, and waits for what comes of it, for as long as is given or as is usual. */
    Outcome make(Optional<Duration> limit);

    /** Does it and waits for nothing. */
    default void begin() {
        make(Optional.empty());
    }

    /** Whether it goes by what was said before on the connection. */
    default boolean continuing() {
        return true;
    }

    /** Whether it uses up the envelope. */
    default boolean message() {
        return false;
    }

    /** Whether it sends a message, or asks leave to. */
    default boolean delivers() {
        return message();
    }
}
