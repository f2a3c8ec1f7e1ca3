package dev.smtpsh.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The server's idea of the time, which can be moved on: greylisting is learned in seconds. */
public final class PracticeClock {
    private final InstantSource source;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public PracticeClock(InstantSource source) {
        this.source = source;
    }

    public static PracticeClock system() {
        return new PracticeClock(InstantSource.system());
    }

    public Instant now() {
        return source.instant().plus(ahead.get());
    }

    /** Moves the clock on. */
    public void later(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + by);
        }
        ahead.accumulateAndGet(by, Duration::plus);
    }
}
