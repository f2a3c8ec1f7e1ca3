package dev.smtpsh.script.run;

import java.time.Duration;
import java.time.Instant;

/** Time as a run sees it, so that a test need not wait for it. */
public interface Pace {
    Instant now();

    /** Lets time pass. */
    void pause(Duration time) throws InterruptedException;

    /** The time of this machine. */
    Pace SYSTEM = new Pace() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void pause(Duration time) throws InterruptedException {
            Thread.sleep(time.toMillis());
        }
    };
}
