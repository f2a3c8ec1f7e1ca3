package dev.smtpsh.terminal;

import java.time.Duration;

/** Counts how often the operator interrupts without a pause: once is a wish, three times is an order. */
final class Impatience {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private int times;
    private long last;

    /** A wait was stopped. */
    void stoppedWaiting() {
        times = 1;
        last = System.nanoTime();
    }

    /** Something was typed. */
    void calm() {
        times = 0;
    }

    /** Another one, at an idle prompt; how many there were by now, this one included. */
    int again() {
        long now = System.nanoTime();
        // At a prompt where nothing is waited for, Ctrl-C clears the line and no more, however often.
        boolean soon = times > 0 && now - last <= PAUSE.toNanos();
        times = soon ? times + 1 : times > 0 ? 0 : times;
        last = now;
        return Math.max(1, times);
    }
}
