package dev.smtpsh.practice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Keeps what happened, and lets a test wait for it. */
final class EventLog implements PracticeListener {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<PracticeEvent> events = new ArrayList<>();

    @Override
    public synchronized void happened(PracticeEvent event) {
        events.add(event);
        notifyAll();
    }

    synchronized List<PracticeEvent> events() {
        return List.copyOf(events);
    }

    synchronized PracticeEvent await(Predicate<PracticeEvent> wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (events.stream().noneMatch(wanted)) {
            long rest = (end - System.nanoTime()) / 1_000_000;
            if (rest <= 0) {
                throw new AssertionError("it did not happen; what did: " + events);
            }
            wait(rest);
        }
        return events.stream().filter(wanted).findFirst().orElseThrow();
    }

    PracticeEvent.Parting awaitClosed() throws InterruptedException {
        return ((PracticeEvent.Closed) await(PracticeEvent.Closed.class::isInstance)).parting();
    }
}
