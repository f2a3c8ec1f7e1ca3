package dev.smtpsh.lesson;

import dev.smtpsh.lesson.proof.Deed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One attempt at a lesson: deeds go in, ticks come out. */
public final class LessonRun {
    private final Lesson lesson;
    private final int guilty;
    private final Set<String> done;
    private final Set<String> doneHere = new HashSet<>();
    private final Set<String> corrected = new HashSet<>();
    private final Map<String, Integer> hinted = new HashMap<>();

    /**
     * @param before tasks that were done in an earlier attempt
     * @param guilty which of the lesson's suspects is the server, from 0
     */
    public LessonRun(Lesson lesson, Set<String> before, int guilty) {
        this.lesson = lesson;
        this.guilty = guilty;
        this.done = new LinkedHashSet<>(before);
        this.done.retainAll(lesson.tasks().stream().map(Task::id).toList());
    }

    public Lesson lesson() {
        return lesson;
    }

    /** The server the lesson is played on. */
    public Lesson.Suspect suspect() {
        return lesson.suspects().get(guilty);
    }

    /** The tasks that are done. */
    public Set<String> done() {
        return Set.copyOf(done);
    }

    public boolean over() {
        return open().isEmpty();
    }

    /** The first task that is not done. */
    public Optional<Task> open() {
        return lesson.tasks().stream().filter(task -> !done.contains(task.id())).findFirst();
    }

    /** The question that waits for a number, if the turn has come to one. */
    public Optional<Question> question() {
        return open().filter(task -> done.containsAll(task.after()))
                .flatMap(Task::question)
                .map(this::asked);
    }

    /** The question after the lesson. */
    public Question lastQuestion() {
        return asked(lesson.question());
    }

    private Question asked(Question question) {
        return question.about(lesson.suspects(), guilty);
    }

    /** Whether replies are to be explained now. */
    public boolean explained() {
        int last = lesson.tasks().size() - 1;
        return lesson.explained()
                || lesson.tasks().subList(0, last).stream().allMatch(task -> done.contains(task.id()));
    }

    /** Something happened: the tasks that are done by it. */
    public List<Tick> happened(Deed deed) {
        List<Task> proven = lesson.tasks().stream()
                .filter(task -> !done.contains(task.id()))
                .filter(task -> done.containsAll(task.after()) && task.proof().by(deed))
                .toList();
        List<Tick> ticks = new ArrayList<>();
        for (Task task : proven) {
            done.add(task.id());
            doneHere.add(task.id());
            ticks.add(new Tick(task, done.size(), lesson.tasks().size()));
        }
        return ticks;
    }

    /** The open question was answered: the ticks, none for a wrong answer. */
    public List<Tick> answered(int number) {
        Optional<Task> task = open().filter(one -> one.question().isPresent());
        boolean right = question().filter(asked -> asked.right() == number).isPresent();
        return task.map(one -> happened(new Deed.Chosen(one.id(), right))).orElse(List.of());
    }

    /** What to say after a step that led nowhere; said once for each task. */
    public Optional<String> wrongTurn() {
        return open().filter(task -> corrected.add(task.id())).map(Task::otherwise);
    }

    /** The next hint for the open task; the last one again when there are no more. */
    public Optional<String> hint() {
        Optional<Task> task = open();
        if (task.isEmpty()) {
            return Optional.empty();
        }
        List<String> hints = task.get().hints();
        int given = hinted.merge(task.get().id(), 1, Integer::sum);
        int step = Math.min(given, hints.size());
        return Optional.of("Hint " + step + " of " + hints.size() + ": " + hints.get(step - 1));
    }

    /** How many hints were asked for. */
    public int hintsUsed() {
        return hinted.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * The lines that lead to the next tick. Tasks done in an earlier attempt are gone through again, since this server does
     * not know of them.
     */
    public List<String> solution() {
        List<String> lines = new ArrayList<>();
        Optional<Task> open = open();
        for (Task task : lesson.tasks()) {
            boolean reached = open.filter(task::equals).isPresent();
            if (reached
                    || (open.isPresent()
                            && !doneHere.contains(task.id())
                            && task.question().isEmpty())) {
                lines.addAll(task.solution());
            }
            if (reached) {
                break;
            }
        }
        if (lines.isEmpty()) {
            question().ifPresent(asked -> lines.add(Integer.toString(asked.right())));
        }
        return lines;
    }
}
