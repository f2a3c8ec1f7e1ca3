package dev.smtpsh.practice;

/**
 * How to run a server.
 *
 * @param port to listen on, or 0 for any that is free
 */
public record Setup(int port, PracticeClock clock, PracticeListener listener, PracticeLimits limits) {
    /** Any port, the system's clock, no listener, default limits. */
    public static Setup ordinary() {
        return new Setup(0, PracticeClock.system(), PracticeListener.NONE, PracticeLimits.DEFAULT);
    }

    public Setup onPort(int wanted) {
        return new Setup(wanted, clock, listener, limits);
    }

    public Setup toldTo(PracticeListener told) {
        return new Setup(port, clock, told, limits);
    }

    public Setup within(PracticeLimits bounds) {
        return new Setup(port, clock, listener, bounds);
    }

    public Setup by(PracticeClock time) {
        return new Setup(port, time, listener, limits);
    }
}
