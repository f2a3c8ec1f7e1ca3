package dev.smtpsh.lesson.progress;

import dev.smtpsh.lesson.Lesson;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How far somebody has come, lesson by lesson. */
public record Progress(SortedMap<Integer, Mark> marks) {
    public static final Progress NONE = new Progress(new TreeMap<>());

    public Progress {
        marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
    }

    public Mark of(Lesson lesson) {
        return marks.getOrDefault(lesson.number(), Mark.NONE);
    }

    public Progress with(int lesson, Mark mark) {
        SortedMap<Integer, Mark> changed = new TreeMap<>(marks);
        changed.put(lesson, mark);
        return new Progress(changed);
    }

    /** The first lesson that is neither done nor passed over. */
    public Optional<Lesson> next(List<Lesson> lessons) {
        return lessons.stream().filter(lesson -> !of(lesson).settled(lesson)).findFirst();
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

    public boolean isEmpty() {
        return marks.equals(Map.of());
    }
}
