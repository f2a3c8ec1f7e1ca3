package dev.smtpsh.lesson.progress;

import dev.smtpsh.lesson.Lesson;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far somebody has come, lesson by lesson.
 *
 * @param last the lesson that was worked on last, or 0
 */
public record Progress(SortedMap<Integer, Mark> marks, int last) {
    public static final Progress NONE = new Progress(new TreeMap<>(), 0);

    public Progress {
        marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
    }

    public Mark of(Lesson lesson) {
        return marks.getOrDefault(lesson.number(), Mark.NONE);
    }

    /** The same after work on a lesson. */
    public Progress with(int lesson, Mark mark) {
        return new Progress(changed(lesson, mark), lesson);
    }

    /** The same, but nobody has worked on that lesson. */
    public Progress marking(int lesson, Mark mark) {
        return new Progress(changed(lesson, mark), last);
    }

    /** Where to go on: the first lesson, from the last one on, that is neither done nor passed over, or else the first. */
    public Optional<Lesson> next(List<Lesson> lessons) {
        return next(lessons, last).or(() -> next(lessons, 0));
    }

    private Optional<Lesson> next(List<Lesson> lessons, int from) {
        return lessons.stream()
                .filter(lesson -> lesson.number() >= from && !of(lesson).settled(lesson))
                .findFirst();
    }

    private SortedMap<Integer, Mark> changed(int lesson, Mark mark) {
        SortedMap<Integer, Mark> changed = new TreeMap<>(marks);
        changed.put(lesson, mark);
        return changed;
    }

    /** How many lessons are done. */
    public int complete(List<Lesson> lessons) {
        return (int)
                lessons.stream().filter(lesson -> of(lesson).complete(lesson)).count();
    }

    /** How it stands with a lesson, in words: {@code done}, {@code 2 of 3 tasks}, {@code skipped}. */
    public String words(Lesson lesson) {
        Mark mark = of(lesson);
        int done = mark.doneOf(lesson).size();
        if (mark.complete(lesson)) {
            return "done";
        }
        if (mark.passing() != Mark.Passing.NO) {
            return mark.passing() == Mark.Passing.SKIPPED ? "skipped" : "known";
        }
        return done == 0 ? "not begun" : done + " of " + lesson.tasks().size() + " tasks";
    }
}
