package dev.smtpsh.practice;

import dev.smtpsh.practice.scenario.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often a client has done something lately, over all its connections; bounded, the oldest go first. */
final class Frequencies {
    private static final int MOST_INSTANTS = 1000;

    private record Habit(String client, Moment moment) {}

    private final int most;
    private final Map<Habit, Deque<Instant>> habits = new LinkedHashMap<>();

    Frequencies(int most) {
        this.most = most;
    }

    synchronized void note(String client, Moment moment, Instant now) {
        Deque<Instant> instants = habits.computeIfAbsent(new Habit(client, moment), unknown -> new ArrayDeque<>());
        instants.add(now);
        if (instants.size() > MOST_INSTANTS) {
            instants.remove();
        }
        if (habits.size() > most) {
            habits.remove(habits.keySet().iterator().next());
        }
    }

    synchronized int count(String client, Moment moment, Duration within, Instant now) {
        Instant since = now.minus(within);
        return (int) habits.getOrDefault(new Habit(client, moment), new ArrayDeque<>()).stream()
                .filter(since::isBefore)
                .count();
    }

    synchronized void clear() {
        habits.clear();
    }
}
