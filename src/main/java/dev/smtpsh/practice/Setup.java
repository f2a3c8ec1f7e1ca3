package dev.smtpsh.practice;

import java.time.Clock;

/**
 * How to run a server.
 *
 * @param port to listen on, or 0 for any that is free
 * @param authority issues the server's certificate
 */
public record Setup(
        int port, PracticeClock clock, PracticeListener listener, PracticeLimits limits, Authority authority) {
    /** Any port, the system's clock, no listener, default limits, an authority of its own. */
    public static Setup ordinary() {
        return new Setup(
                0,
                PracticeClock.system(),
                PracticeListener.NONE,
                PracticeLimits.DEFAULT,
                new Authority(Clock.systemUTC()));
    }

    public Setup onPort(int wanted) {
        return new Setup(wanted, clock, listener, limits, authority);
    }

    public Setup toldTo(PracticeListener told) {
        return new Setup(port, clock, told, limits, authority);
    }

    public Setup within(PracticeLimits bounds) {
        return new Setup(port, clock, listener, bounds, authority);
    }

    public Setup by(PracticeClock time) {
        return new Setup(port, time, listener, limits, authority);
    }

    public Setup certifiedBy(Authority issuer) {
        return new Setup(port, clock, listener, limits, issuer);
    }
}
