package dev.smtpsh.wire;

import dev.smtpsh.smtp.Octets;

/** What waiting for a line brought. */
public sealed interface Incoming {
    /**
     * A line.
     *
     * @param octets with its line end; without one if the peer closed in mid line
     * @param cut whether the line was longer and its rest was dropped
     * @param at when its last octet was read, by {@link System#nanoTime()}
     */
    record Line(Octets octets, boolean cut, long at) implements Incoming {}

    /** No more will come. */
    record Ended(Ending ending) implements Incoming {}

    /**
     * The deadline passed.
     *
     * @param partial what of a line had come by then; it stays and is part of the next line
     */
    record TimedOut(Octets partial) implements Incoming {}
}
