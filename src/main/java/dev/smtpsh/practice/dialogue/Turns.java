package dev.smtpsh.practice.dialogue;

import dev.smtpsh.practice.scenario.Condition;
import dev.smtpsh.practice.scenario.Moment;
import dev.smtpsh.practice.scenario.Scenario;
import dev.smtpsh.practice.scenario.Task;
import dev.smtpsh.practice.scenario.Turn;
import dev.smtpsh.smtp.reply.ReplyCode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Chooses the turn of a scenario that fits a moment; counts the moments of a conversation. */
final class Turns {
    /**
     * What conditions are about.
     *
     * @param known how long client and paths have been known together; asked only where a turn wants to know
     */
    record Facts(
            String path, String argument, boolean tls, boolean login, boolean objection, Supplier<Duration> known) {}

    private final List<Turn> turns;
    private final List<Task> tasks;
    private final Surroundings around;
    private final Map<Moment, Integer> counts = new EnumMap<>(Moment.class);

    Turns(Scenario scenario, Surroundings around) {
        this.turns = scenario.turns();
        this.tasks = scenario.tasks();
        this.around = around;
    }

    Optional<Turn> choose(Moment moment, Facts facts) {
        int count = counts.merge(moment, 1, Integer::sum);
        around.noteFrequency(moment);
        return turns.stream()
                .filter(turn -> turn.when().contains(moment)
                        && (turn.condition().always() || !facts.objection())
                        && holds(turn.condition(), facts, count)
                        && crowded(turn.condition(), moment))
                .findFirst();
    }

    /** Whether there are turns for a moment. */
    boolean speak(Moment moment) {
        return turns.stream().anyMatch(turn -> turn.when().contains(moment));
    }

    /** How long the client must be quiet for the next idle turn. */
    Optional<Duration> nextIdle() {
        return turns.stream()
                .filter(turn -> turn.when().contains(Moment.IDLE))
                .flatMap(turn -> turn.condition().after().stream())
                .findFirst();
    }

    /** Tells which tasks are reached by a reply. */
    void replied(Moment moment, Facts facts, ReplyCode code) {
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            boolean reached = task.when().contains(moment)
                    && code.toString().startsWith(task.reply())
                    && holds(task.condition(), facts, 1);
            if (reached) {
                around.reached(i);
            }
        }
    }

    private boolean crowded(Condition condition, Moment moment) {
        return condition
                        .rate()
                        .map(rate -> around.frequency(moment, rate.within()) > rate.most())
                        .orElse(true)
                && condition
                        .connections()
                        .map(most -> around.connections() > most)
                        .orElse(true);
    }

    private static boolean holds(Condition condition, Facts facts, int count) {
        return condition.path().map(glob -> glob.matches(facts.path())).orElse(true)
                && condition
                        .argument()
                        .map(glob -> glob.matches(facts.argument()))
                        .orElse(true)
                && condition.nth().map(nth -> nth == count).orElse(true)
                && condition.from().map(from -> from <= count).orElse(true)
                && condition.tls().map(tls -> tls == facts.tls()).orElse(true)
                && condition.login().map(login -> login == facts.login()).orElse(true)
                && condition
                        .newFor()
                        .map(time -> facts.known().get().compareTo(time) < 0)
                        .orElse(true);
    }
}
