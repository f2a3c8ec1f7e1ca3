package dev.smtpsh.shell.teach;

import dev.smtpsh.lesson.Lesson;
import dev.smtpsh.lesson.LessonRun;
import dev.smtpsh.lesson.Tick;
import dev.smtpsh.lesson.progress.Mark;
import dev.smtpsh.lesson.proof.Deed;
import dev.smtpsh.lesson.proof.Witness;
import dev.smtpsh.practice.PracticeEvent;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.shell.talk.Conversation;
import dev.smtpsh.shell.talk.Desk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A lesson being played: its run, and the server it is played on. */
final class Attempt {
    // Long enough for a server in the same process, short enough not to be noticed.
    private static final Duration SETTLING = Duration.ofMillis(500);

    private final Desk desk;
    private final LessonRun run;
    private final Mark before;
    private final String name;
    private final Witness witness = new Witness();
    private final Queue<PracticeEvent> events = new ConcurrentLinkedQueue<>();

    /**
     * @param before what is kept of earlier attempts
     * @param seed decides between several suspects
     */
    Attempt(Desk desk, Lesson lesson, Mark before, long seed) {
        this.desk = desk;
        this.before = before;
        this.name = "lesson-" + lesson.number();
        int suspects = lesson.suspects().size();
        int guilty = suspects == 1 ? 0 : new Random(seed + lesson.number()).nextInt(suspects);
        this.run = new LessonRun(lesson, before.complete(lesson) ? Set.of() : before.done(), guilty);
    }

    LessonRun run() {
        return run;
    }

    /** Starts the server and connects; what kept it from starting. */
    Optional<String> begin() {
        Optional<String> trouble = desk.connector()
                .practice()
                .play(name, ShippedScenarios.named(run.suspect().scenario()).orElseThrow(), events::add);
        if (trouble.isEmpty()) {
            desk.open(target());
        }
        return trouble;
    }

    TargetSpec.Practice target() {
        return new TargetSpec.Practice(name);
    }

    /** Whether the server has told something that was not looked at. */
    boolean news() {
        return !events.isEmpty();
    }

    /** All that happened since this was asked last. */
    List<Deed> deeds() {
        desk.connector().practice().settle(name, SETTLING);
        List<Deed> deeds = new ArrayList<>();
        for (PracticeEvent event = events.poll(); event != null; event = events.poll()) {
            deeds.addAll(witness.deeds(event));
        }
        return deeds;
    }

    List<Tick> later(Duration by) {
        return run.happened(witness.later(by));
    }

    /** What to keep of all attempts. */
    Mark mark() {
        return before.plus(run.lesson(), run.done(), run.hintsUsed());
    }

    /** The conversation with the server of the lesson, if there is one. */
    Optional<Conversation> conversation() {
        return desk.conversations().stream()
                .filter(one -> one.target().equals(target()))
                .findFirst();
    }

    /** Ends conversation and server. */
    void end() {
        desk.conversations().stream()
                .filter(one -> one.target().equals(target()))
                .forEach(Conversation::end);
        desk.connector().practice().stop(name);
    }
}
