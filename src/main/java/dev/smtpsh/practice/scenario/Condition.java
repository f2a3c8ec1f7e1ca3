package dev.smtpsh.practice.scenario;

import java.time.Duration;
import java.util.Optional;

/**
 * What must hold for a turn, besides its moment. What is absent is no condition.
 *
 * @param path pattern for the path of MAIL or RCPT, without its brackets
 * @param argument pattern for all that follows the verb
 * @param nth the how-many-th such command of the connection, from 1
 * @param from that one and all later ones
 * @param tls whether the connection is inside TLS
 * @param login whether the client is logged in
 * @param newFor how long client address, reverse-path and forward-path together count as new, by the practice clock
 * @param rate more such commands than that, over all connections of the client, by the practice clock
 * @param connections more connections of the client than that at a time
 * @param after how long the client must have been quiet, by the real clock
 * @param always holds for commands out of order or malformed too
 */
public record Condition(
        Optional<Glob> path,
        Optional<Glob> argument,
        Optional<Integer> nth,
        Optional<Integer> from,
        Optional<Boolean> tls,
        Optional<Boolean> login,
        Optional<Duration> newFor,
        Optional<Rate> rate,
        Optional<Integer> connections,
        Optional<Duration> after,
        boolean always) {
    /** So many times within a time. */
    public record Rate(int most, Duration within) {}
}
