package dev.smtpsh.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The server's idea of the time, which can be moved on: greylisting is learned in seconds. */
public final class PracticeClock {
    private final InstantSource source;
    private final Optional<PracticeClock> above;
    private final List<PracticeClock> below = new ArrayList<>();
    private Duration ahead = Duration.ZERO;

    public PracticeClock(InstantSource source) {
        this(source, Optional.empty());
    }

    private PracticeClock(InstantSource source, Optional<PracticeClock> above) {
        this.source = source;
        this.above = above;
    }

    public static PracticeClock system() {
        return new PracticeClock(InstantSource.system());
    }

    /** A clock for one learner: it goes with this one, and when it is moved on, this one and its others stay. */
    PracticeClock ofOne() {
        PracticeClock one = new PracticeClock(source, Optional.of(this));
        synchronized (this) {
            below.add(one);
        }
        return one;
    }

    /** Has nothing to do with a learner's clock any more. */
    synchronized void forget(PracticeClock one) {
        below.remove(one);
    }

    public Instant now() {
        return source.instant().plus(moved());
    }

    /** Moves the clock on; pauses that are over by then end. */
    public void later(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + by);
        }
        synchronized (this) {
            ahead = ahead.plus(by);
        }
        wake();
    }

    /** Lets time pass, in truth or by {@link #later}, unless there is a reason to stop. */
    synchronized void pass(Duration length, BooleanSupplier stop) throws InterruptedException {
        Duration before = moved();
        long began = System.nanoTime();
        while (!stop.getAsBoolean()) {
            Duration passed = Duration.ofNanos(System.nanoTime() - began).plus(moved().minus(before));
            long left = length.minus(passed).toMillis();
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    /** Makes those who let time pass look whether they are to stop. */
    void wake() {
        List<PracticeClock> others;
        synchronized (this) {
            notifyAll();
            others = List.copyOf(below);
        }
        // Not under the lock: they ask this clock how far it was moved while they hold their own.
        others.forEach(PracticeClock::wake);
    }

    private synchronized Duration moved() {
        return ahead.plus(above.map(PracticeClock::moved).orElse(Duration.ZERO));
    }
}
