package dev.smtpsh.shell.talk;

import dev.smtpsh.smtp.state.Stage;
import java.time.Duration;

/**
 * What the shell is waiting for just now.
 *
 * @param what such as {@code the reply to RCPT}
 * @param stage the moment in the conversation
 * @param since by {@link System#nanoTime()}
 */
public record Waiting(String what, Stage stage, long since) {
    private static final Duration MEANS_SOMETHING = Duration.ofSeconds(10);

    /** One line that says what is waited for, how long already, and, after ten seconds, what that may mean. */
    public String words(long now) {
        Duration waited = Duration.ofNanos(Math.max(0, now - since));
        String line = "waiting for " + what + " ... " + waited.toSeconds() + " s (Ctrl-C stops waiting)";
        return waited.compareTo(MEANS_SOMETHING) < 0 ? line : line + "; " + meaning();
    }

    /** Lets time pass; false if this thread is interrupted. */
    static boolean slept(Duration time) {
        try {
            Thread.sleep(time.toMillis());
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private String meaning() {
        return switch (stage) {
            case GREETING -> "a greet delay, or it looks up your address";
            case RCPT -> "it may ask another server, greylist, or slow you down";
            case MESSAGE -> "it may scan the message; do not send it again, it could arrive twice";
            default -> "it may be overloaded";
        };
    }
}
