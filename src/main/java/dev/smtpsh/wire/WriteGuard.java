package dev.smtpsh.wire;

import java.util.concurrent.TimeUnit;

/**
 * Ends a write that a peer does not take: a blocking socket has no time limit for writing, so the connection is dropped
 * from another thread once the deadline has passed.
 */
final class WriteGuard {
    /** For a write that must be guarded however short it is. */
    static final int ALWAYS = Integer.MAX_VALUE;

    // What always fits into the kernel's send buffer on a connection that is otherwise idle: such a write cannot block.
    private static final int CANNOT_BLOCK = 2048;

    private boolean done;

    private WriteGuard() {}

    static WriteGuard over(Link link, int octets, Deadline deadline) {
        WriteGuard guard = new WriteGuard();
        if (octets > CANNOT_BLOCK) {
            Thread watch = new Thread(() -> guard.watch(link, deadline), "smtpsh-write-guard");
            watch.setDaemon(true);
            watch.start();
        }
        return guard;
    }

    synchronized void done() {
        done = true;
        notifyAll();
    }

    private void watch(Link link, Deadline deadline) {
        if (!finishedBy(deadline)) {
            link.drop();
        }
    }

    private synchronized boolean finishedBy(Deadline deadline) {
        try {
            while (!done && !deadline.passed()) {
                TimeUnit.NANOSECONDS.timedWait(
                        this, Math.max(1, deadline.remaining().toNanos()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return done;
    }
}
