package dev.smtpsh.script.result;

import dev.smtpsh.session.Failure;
import java.util.Optional;

/**
 * One thing that was expected, and whether it came.
 *
 * @param place of the line that expects it; of the command, where the expectation goes without saying
 * @param expected as it is written, such as {@code 250 or 451 4.7.1}
 * @param soft whether a failure does not stop the file
 * @param said why it does not hold, a sentence without full stop; empty if it holds
 * @param failure why no reply came, if none did
 */
public record Check(Place place, String expected, Status status, boolean soft, String said, Optional<Failure> failure) {
    /** How it went. */
    public enum Status {
        HELD,
        /** What came is not what was expected. */
        FAILED,
        /** Nothing came that could be judged. */
        ERROR
    }

    public boolean held() {
        return status == Status.HELD;
    }
}
