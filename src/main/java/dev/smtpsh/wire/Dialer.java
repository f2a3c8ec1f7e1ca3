package dev.smtpsh.wire;

/** Makes connections. */
public interface Dialer {
    /**
     * Connects and begins to read.
     *
     * @throws WireException when no connection comes about
     * @throws InterruptedException when the thread was interrupted; the attempt is given up
     */
    Link dial(Target target, Tap tap) throws WireException, InterruptedException;
}
