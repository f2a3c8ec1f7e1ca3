package dev.smtpsh.wire;

/** Makes connections. */
public interface Dialer {
    /**
     * Connects and begins to read.
     *
     * @throws WireException when no connection comes about
     */
    Link dial(Target target, Tap tap) throws WireException;
}
