package dev.smtpsh.shell.teach;

import dev.smtpsh.lesson.Lesson;
import dev.smtpsh.lesson.LessonRun;
import dev.smtpsh.lesson.Question;
import dev.smtpsh.lesson.Task;
import dev.smtpsh.lesson.Tick;
import dev.smtpsh.lesson.progress.Mark;
import dev.smtpsh.lesson.proof.Deed;
import dev.smtpsh.shell.talk.Desk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where one learns: a lesson at a time, judged by what happens at its server. */
public final class Classroom {
    private final Desk desk;
    private final Syllabus syllabus;
    private final Route route;
    private final Records records;
    private final Prompter prompter;
    private final Blackboard board;
    private Optional<Attempt> attempt = Optional.empty();
    private Optional<Question> last = Optional.empty();
    private boolean closed;
    private boolean everOpen;

    public Classroom(Desk desk, Syllabus syllabus) {
        this.desk = desk;
        this.syllabus = syllabus;
        this.route = new Route(syllabus);
        this.records = new Records(desk, syllabus.records());
        this.prompter = new Prompter(desk);
        this.board = new Blackboard(desk.face(), route);
    }

    /** Begins the next lesson that is wanted yet. */
    public void learn() {
        route.next()
                .ifPresentOrElse(
                        this::begin,
                        () -> desk.face()
                                .note("All " + route.lessons().size()
                                        + " lessons are done. learn 4 plays lesson 4 again."));
    }

    /** Begins a lesson. */
    public void learn(int number) {
        route.numbered(number)
                .ifPresentOrElse(
                        this::begin,
                        () -> desk.complain(
                                "there is no lesson " + number,
                                "There are " + route.lessons().size(),
                                "learn --list lists them."));
    }

    /** Shows all lessons. */
    public void list() {
        board.list();
    }

    /** Finds out what the learner knows, by one task of each chapter. */
    public void place() {
        route.place().ifPresent(lesson -> play(lesson, Set.of()));
    }

    /** Helps a little more each time. */
    public void hint() {
        if (inLesson()) {
            desk.face()
                    .note(
                            route.placing()
                                    ? "There are no hints here. skip is fine: the lessons explain it."
                                    : attempt.get().run().hint().orElse("Nothing is left to do here. learn goes on."));
        }
    }

    /** Puts the lines of the next task on the prompt, one by one. */
    public void solution() {
        if (inLesson() && route.placing()) {
            desk.face().note("There is no solution here. skip is fine: the lessons explain it.");
        } else if (inLesson()) {
            List<String> lines = attempt.get().run().solution();
            if (lines.isEmpty()) {
                desk.face().note("Nothing is left to do here. learn goes on.");
            }
            prompter.whisper(lines);
        }
    }

    /** Begins the lesson anew, with a server that remembers nothing. */
    public void restart() {
        if (inLesson()) {
            Lesson lesson = attempt.get().run().lesson();
            leaveLesson();
            play(lesson, Set.of());
        }
    }

    /** Leaves a lesson out. */
    public void skip() {
        if (!inLesson()) {
            return;
        }
        LessonRun run = attempt.get().run();
        if (route.placing()) {
            placed(run.lesson());
            return;
        }
        if (!run.over()) {
            keep(attempt.get().mark().passed(Mark.Passing.SKIPPED));
            desk.face().note("Skipped. learn " + run.lesson().number() + " comes back to it.");
        }
        learn();
    }

    /** Shows goal and tasks again. */
    public void goal() {
        if (inLesson()) {
            board.banner(attempt.orElseThrow().run());
            last.or(() -> attempt.get().run().question()).ifPresent(board::ask);
        }
    }

    /** The clock of a practice server was moved on, by the name after {@code practice:}. */
    public void later(String server, Duration by) {
        board.later(by);
        attempt.filter(one -> one.target().scenario().equals(server)).ifPresent(one -> announce(one.later(by)));
    }

    /** Whether a bare number is an answer now. */
    public boolean asks() {
        return attempt.isPresent()
                && (last.isPresent() || attempt.get().run().question().isPresent());
    }

    /** Answers the open question. */
    public void answer(int number) {
        if (last.isPresent()) {
            boolean right = last.get().right() == number;
            desk.face()
                    .note((right ? "Yes. " : "Not that one; it is " + last.get().right() + ". ")
                            + last.get().why());
            last = Optional.empty();
            board.next();
            return;
        }
        LessonRun run = attempt.orElseThrow().run();
        Question asked = run.question().orElseThrow();
        if (number < 1 || number > asked.choices().size()) {
            desk.face().note("The choices are 1 to " + asked.choices().size() + ".");
            return;
        }
        List<Tick> ticks = run.answered(number);
        desk.face()
                .note(
                        ticks.isEmpty()
                                ? "Not that one. " + run.open().orElseThrow().otherwise()
                                : asked.why());
        announce(ticks);
    }

    /** A word of ours was used. */
    public void used(String word) {
        attempt.ifPresent(one -> announce(one.run().happened(new Deed.Used(word))));
    }

    /** A line was typed, and is about to be taken. */
    public void typing(String line) {
        prompter.typed(line);
    }

    /** All that will has come of the line: says what was reached by it. */
    public void typed() {
        attend(true);
    }

    /** Whether the server has told something meanwhile. */
    public boolean news() {
        return attempt.filter(Attempt::news).isPresent();
    }

    /** Looks at what the server has told meanwhile. */
    public void attend() {
        attend(false);
    }

    /** The shell is being left. */
    public void leave() {
        attempt.ifPresent(one -> records.keep(one.run().lesson().number(), one.conversation()));
        attempt = Optional.empty();
    }

    private void attend(boolean judging) {
        if (attempt.isEmpty()) {
            return;
        }
        LessonRun run = attempt.get().run();
        boolean refused = false;
        boolean ticked = false;
        for (Deed deed : attempt.get().deeds()) {
            List<Tick> ticks = run.happened(deed);
            announce(ticks);
            ticked |= !ticks.isEmpty();
            refused |=
                    deed instanceof Deed.Answered answered && answered.reply().refused();
        }
        if (judging && refused && !ticked && !route.placing()) {
            run.wrongTurn().ifPresent(desk.face()::note);
        }
    }

    private void announce(List<Tick> ticks) {
        if (ticks.isEmpty()) {
            return;
        }
        LessonRun run = attempt.orElseThrow().run();
        if (route.placing()) {
            desk.face().note("You know this.");
            route.known(run.lesson().chapter()).ifPresent(this::notKept);
            placed(run.lesson());
            return;
        }
        ticks.forEach(tick -> desk.face().note(tick.words()));
        keep(attempt.get().mark());
        desk.face().explaining(run.explained());
        if (run.over() && !closed) {
            close();
        } else if (!run.over()) {
            Task next = run.open().orElseThrow();
            desk.face().note("Next: " + next.text());
            run.question().ifPresent(asked -> {
                prompter.hush();
                board.ask(asked);
            });
        }
    }

    private void close() {
        closed = true;
        LessonRun run = attempt.orElseThrow().run();
        records.keep(run.lesson().number(), attempt.get().conversation());
        board.closing(run.lesson());
        last = Optional.of(run.lastQuestion());
        board.ask(run.lastQuestion());
    }

    private void begin(Lesson lesson) {
        route.endPlacing();
        Mark before = syllabus.logbook().read().of(lesson);
        play(lesson, before.complete(lesson) ? Set.of() : before.done());
    }

    private void play(Lesson lesson, Set<String> done) {
        leaveLesson();
        Mark before = syllabus.logbook().read().of(lesson);
        Attempt begun = new Attempt(desk, lesson, before, done, syllabus.seed().getAsLong());
        attempt = Optional.of(begun);
        closed = false;
        if (!everOpen) {
            desk.face().verbosity(syllabus.verbosity());
            everOpen = true;
        }
        // Explained, the greeting would push itself and the goal out of sight.
        desk.face().explaining(false);
        Optional<String> trouble = begun.begin();
        desk.face().explaining(begun.run().explained());
        if (trouble.isPresent()) {
            attempt = Optional.empty();
            desk.complain("the lesson's server did not start", trouble.get(), "Check that loopback works here.");
            return;
        }
        board.banner(attempt.orElseThrow().run());
        attend(false);
        attempt.flatMap(one -> one.run().question()).ifPresent(board::ask);
    }

    private void placed(Lesson lesson) {
        Optional<Lesson> next = route.nextPlace(lesson);
        if (next.isPresent()) {
            play(next.get(), Set.of());
            return;
        }
        leaveLesson();
        desk.face().note("That was all: " + route.knownWords() + ". learn begins with the rest.");
    }

    private void leaveLesson() {
        prompter.stop();
        last = Optional.empty();
        desk.face().explaining(true);
        if (attempt.isPresent()) {
            records.keep(attempt.get().run().lesson().number(), attempt.get().conversation());
            attempt.get().end();
            attempt = Optional.empty();
        }
    }

    private void keep(Mark mark) {
        syllabus.logbook()
                .keep(attempt.orElseThrow().run().lesson().number(), mark)
                .ifPresent(this::notKept);
    }

    private void notKept(String trouble) {
        desk.complain("your progress was not kept", trouble, "The lesson goes on all the same.");
    }

    private boolean inLesson() {
        if (attempt.isEmpty()) {
            desk.complain("there is no lesson", "This word belongs to lessons", "Type learn to begin one.");
        }
        return attempt.isPresent();
    }
}
