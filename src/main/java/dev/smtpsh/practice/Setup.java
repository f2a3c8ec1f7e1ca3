package dev.smtpsh.practice;

import java.net.InetAddress;
import java.time.Clock;

/**
 * How to run a server.
 *
 * @param address to listen on; 127.0.0.1 unless somebody asked for another and knows what that means
 * @param port to listen on, or 0 for any that is free
 * @param authority issues the server's certificate
 */
public record Setup(
        InetAddress address,
        int port,
        PracticeClock clock,
        PracticeListener listener,
        PracticeLimits limits,
        Authority authority) {
    /** Any port of 127.0.0.1, the system's clock, no listener, default limits, an authority of its own. */
    public static Setup ordinary() {
        return new Setup(
                PracticeServer.loopback(),
                0,
                PracticeClock.system(),
                PracticeListener.NONE,
                PracticeLimits.DEFAULT,
                new Authority(Clock.systemUTC()));
    }

    public Setup at(InetAddress wanted) {
        return new Setup(wanted, port, clock, listener, limits, authority);
    }

    public Setup onPort(int wanted) {
        return new Setup(address, wanted, clock, listener, limits, authority);
    }

    public Setup toldTo(PracticeListener told) {
        return new Setup(address, port, clock, told, limits, authority);
    }

    public Setup within(PracticeLimits bounds) {
        return new Setup(address, port, clock, listener, bounds, authority);
    }

    public Setup by(PracticeClock time) {
        return new Setup(address, port, time, listener, limits, authority);
    }

    public Setup certifiedBy(Authority issuer) {
        return new Setup(address, port, clock, listener, limits, issuer);
    }
}
