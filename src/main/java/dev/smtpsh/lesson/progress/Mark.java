package dev.smtpsh.lesson.progress;

import dev.smtpsh.lesson.Lesson;
import dev.smtpsh.lesson.Task;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is kept of one lesson.
 *
 * @param version of the lesson when it was last worked on
 * @param done ids of the tasks that are done
 * @param hints how many were asked for
 * @param passing how the lesson was left without being done, if it was
 */
public record Mark(int version, Set<String> done, int hints, Passing passing) {
    /** Nothing yet. */
    public static final Mark NONE = new Mark(1, Set.of(), 0, Passing.NO);

    /** Whether a lesson is left out though its tasks are not done. */
    public enum Passing {
        NO,
        /** The learner wanted to go on. */
        SKIPPED,
        /** A placement test has shown that it is known. */
        PLACED
    }

    public Mark {
        done = Set.copyOf(done);
    }

    /** Whether all tasks of the lesson, as it is today, are done. */
    public boolean complete(Lesson lesson) {
        return done.containsAll(lesson.tasks().stream().map(Task::id).toList());
    }

    /** Whether nothing of the lesson is wanted any more. */
    public boolean settled(Lesson lesson) {
        return passing != Passing.NO || complete(lesson);
    }

    /** The tasks that are done, of those the lesson has today. */
    public List<String> doneOf(Lesson lesson) {
        return lesson.tasks().stream().map(Task::id).filter(done::contains).toList();
    }

    /** The same with more tasks done; the lesson is being worked on again. */
    public Mark plus(Lesson lesson, Set<String> more, int moreHints) {
        Set<String> all = new TreeSet<>(done);
        all.addAll(more);
        return new Mark(lesson.version(), all, hints + moreHints, Passing.NO);
    }

    public Mark passed(Passing how) {
        return new Mark(version, done, hints, how);
    }
}
