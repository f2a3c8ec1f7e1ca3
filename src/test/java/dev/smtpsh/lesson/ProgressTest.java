package dev.smtpsh.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.lesson.book.ShippedLessons;
import dev.smtpsh.lesson.progress.Mark;
import dev.smtpsh.lesson.progress.Progress;
import dev.smtpsh.lesson.progress.ProgressText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How far somebody has come, and its text. */
class ProgressTest {
    private final List<Lesson> lessons = ShippedLessons.all();

    @Test
    void whatIsWrittenIsReadAgain() {
        Random random = new Random(20261124);
        for (int round = 0; round < 500; round++) {
            Progress progress = progress(random);
            String text = ProgressText.write(progress);
            assertEquals(
                    Optional.of(progress), ProgressText.read("learn.json", text).progress(), text);
        }
    }

    @Test
    void aTextThatIsCutOrOfAnotherFormIsNotRead() {
        String text = ProgressText.write(progress(new Random(7)));
        for (int cut = 0; cut < text.length() - 3; cut += 5) {
            ProgressText read = ProgressText.read("learn.json", text.substring(0, cut));
            assertEquals(Optional.empty(), read.progress(), text.substring(0, cut));
            assertFalse(read.complaints().isEmpty());
        }
        ProgressText newer = ProgressText.read("learn.json", "{\"form\": 2, \"lessons\": {}}");
        assertEquals("learn.json:1:10", newer.complaints().get(0).where().toString());
        assertTrue(newer.complaints().get(0).title().contains("form 2"));
        assertEquals(Optional.empty(), newer.progress());
    }

    @Test
    void aChangedLessonAsksForItsNewTasksAlone() {
        Lesson lesson = lessons.get(3);
        Mark old = new Mark(1, Set.of("refused", "waited", "gone-by-now"), 2, Mark.Passing.NO);
        assertFalse(old.complete(lesson));
        assertEquals(List.of("refused", "waited"), old.doneOf(lesson));
        LessonRun run = new LessonRun(lesson, old.done(), 0);
        assertEquals("accepted", run.open().orElseThrow().id());
        Mark done = old.plus(lesson, Set.of("accepted"), 1);
        assertTrue(done.complete(lesson));
        assertEquals(3, done.hints());
    }

    @Test
    void onGoesWhereOneStoppedAndThenWhereSomethingIsLeft() {
        Progress progress = Progress.NONE;
        assertEquals(1, progress.next(lessons).orElseThrow().number());
        Mark part = new Mark(1, Set.of("hello"), 0, Mark.Passing.NO);
        assertEquals(1, progress.with(1, part).next(lessons).orElseThrow().number());
        assertEquals("1 of 3 tasks", progress.with(1, part).words(lessons.get(0)));
        progress = done(progress, 16);
        assertEquals(1, progress.next(lessons).orElseThrow().number());
        progress = done(progress, 4);
        assertEquals(5, progress.next(lessons).orElseThrow().number());
        progress = progress.with(5, Mark.NONE.passed(Mark.Passing.SKIPPED));
        assertEquals(6, progress.next(lessons).orElseThrow().number());
        assertEquals("skipped", progress.words(lessons.get(4)));
        progress = progress.marking(6, Mark.NONE.passed(Mark.Passing.PLACED));
        assertEquals("known", progress.words(lessons.get(5)));
        assertEquals(5, progress.last());
        assertEquals(2, progress.complete(lessons));
        for (Lesson lesson : lessons) {
            progress = done(progress, lesson.number());
        }
        assertEquals(Optional.empty(), progress.next(lessons));
    }

    private Progress done(Progress progress, int number) {
        Lesson lesson = lessons.get(number - 1);
        Set<String> ids = new HashSet<>(lesson.tasks().stream().map(Task::id).toList());
        return progress.with(number, Mark.NONE.plus(lesson, ids, 0));
    }

    private static Progress progress(Random random) {
        SortedMap<Integer, Mark> marks = new TreeMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            Set<String> done = new HashSet<>();
            for (int j = random.nextInt(5); j > 0; j--) {
                done.add("task-" + random.nextInt(9));
            }
            Mark.Passing passing = Mark.Passing.values()[random.nextInt(3)];
            marks.put(1 + random.nextInt(16), new Mark(1 + random.nextInt(9), done, random.nextInt(99), passing));
        }
        return new Progress(marks, random.nextInt(17));
    }
}
