package dev.smtpsh.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/** The server's idea of the time, which can be moved on: greylisting is learned in seconds. */
public final class PracticeClock {
    private final InstantSource source;
    private Duration ahead = Duration.ZERO;

    public PracticeClock(InstantSource source) {
        this.source = source;
    }

    public static PracticeClock system() {
        return new PracticeClock(InstantSource.system());
    }

    public synchronized Instant now() {
        return source.instant().plus(ahead);
    }

    /** Moves the clock on; pauses that are over by then end. */
    public synchronized void later(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + by);
        }
        ahead = ahead.plus(by);
        notifyAll();
    }

    /** Lets time pass, in truth or by {@link #later}, unless there is a reason to stop. */
    synchronized void pass(Duration length, BooleanSupplier stop) throws InterruptedException {
        Duration before = ahead;
        long began = System.nanoTime();
        while (!stop.getAsBoolean()) {
            Duration passed = Duration.ofNanos(System.nanoTime() - began).plus(ahead.minus(before));
            long left = length.minus(passed).toMillis();
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    /** Makes those who let time pass look whether they are to stop. */
    synchronized void wake() {
        notifyAll();
    }
}
