package dev.smtpsh.script.run;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.script.result.Check;
import dev.smtpsh.script.result.Place;
import dev.smtpsh.script.result.Step;
import dev.smtpsh.session.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what is done and what comes of it; nothing gets in that is not cleaned of secrets. */
final class Ledger {
    private final Pace pace;
    private final Instant begun;
    private final Blackout blackout;
    private final Observer observer;
    private final List<Step> steps = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private Optional<Step> current = Optional.empty();

    Ledger(Pace pace, Blackout blackout, Observer observer) {
        this.pace = pace;
        this.begun = pace.now();
        this.blackout = blackout;
        this.observer = observer;
    }

    Instant begun() {
        return begun;
    }

    /** How long the run has taken up to now. */
    Duration elapsed() {
        return Duration.between(begun, pace.now());
    }

    String clean(String words) {
        return blackout.clean(words);
    }

    /** Something was done, and nothing was waited for. */
    void did(Place place, String session, String words, Duration since) {
        step(place, session, words, since, 1, Optional.empty(), List.of());
    }

    /** Something was done, and this came of it. */
    void step(
            Place place,
            String session,
            String words,
            Duration since,
            int tries,
            Optional<Exchange> exchange,
            List<Annotation> annotations) {
        close();
        current = Optional.of(new Step(
                place,
                session,
                clean(words),
                since,
                elapsed().minus(since),
                tries,
                exchange.map(blackout::clean),
                blackout.clean(annotations),
                List.of()));
    }

    /** Something was judged that belongs to the last step; where there is none, to one of its own. */
    void check(Check check) {
        if (current.isEmpty()) {
            did(check.place(), "", check.expected(), elapsed());
        }
        checks.add(new Check(
                check.place(),
                clean(check.expected()),
                check.status(),
                check.soft(),
                clean(check.said()),
                check.failure().map(blackout::clean)));
    }

    List<Step> finish() {
        close();
        return List.copyOf(steps);
    }

    private void close() {
        if (current.isPresent()) {
            Step step = current.get();
            Step whole = new Step(
                    step.place(),
                    step.session(),
                    step.words(),
                    step.since(),
                    step.took(),
                    step.tries(),
                    step.exchange(),
                    step.annotations(),
                    checks);
            steps.add(whole);
            observer.after(whole);
        }
        current = Optional.empty();
        checks.clear();
    }
}
