package dev.smtpsh.dns;

/** A way from the name of a host to its addresses. */
public interface Hosts {
    /**
     * The addresses of a host name or address literal; of a literal without asking anybody.
     *
     * @throws InterruptedException when the thread was interrupted
     */
    HostAnswer addresses(String host, Family family) throws InterruptedException;
}
