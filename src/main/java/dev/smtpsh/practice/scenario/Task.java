package dev.smtpsh.practice.scenario;

import java.util.Set;

/**
 * Something a learner is to reach at the server: at one of these moments, under this condition, such a reply goes out.
 *
 * @param title what a teacher reads
 * @param reply the beginning of its code: {@code 2}, {@code 45}, {@code 550}; empty for any
 */
public record Task(String title, Set<Moment> when, Condition condition, String reply) {
    public Task {
        when = Set.copyOf(when);
    }
}
