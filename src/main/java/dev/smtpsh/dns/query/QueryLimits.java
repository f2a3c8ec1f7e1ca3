package dev.smtpsh.dns.query;

import java.time.Duration;

/**
 * How much is asked and kept; the limits dns-attempt, dns-rounds, dns-aliases, dns-records, dns-side-by-side.
 *
 * @param attempt patience for one query to one server
 * @param rounds how often the list of servers is gone through
 * @param aliases how many CNAME records are followed
 * @param records how many records of an answer are kept
 * @param sideBySide how many questions are under way at a time
 */
public record QueryLimits(Duration attempt, int rounds, int aliases, int records, int sideBySide) {
    public static final QueryLimits DEFAULT = new QueryLimits(Duration.ofSeconds(5), 2, 10, 500, 16);

    // A third, so that one lost datagram leaves time for another try.
    private static final int TRIES = 3;

    /** The default for somebody who waits no longer than this for everything together. */
    public static QueryLimits within(Duration patience) {
        Duration third = patience.dividedBy(TRIES);
        Duration attempt = third.compareTo(DEFAULT.attempt) < 0 ? third : DEFAULT.attempt;
        return new QueryLimits(attempt, DEFAULT.rounds, DEFAULT.aliases, DEFAULT.records, DEFAULT.sideBySide);
    }
}
