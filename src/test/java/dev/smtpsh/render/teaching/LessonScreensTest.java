package dev.smtpsh.render.teaching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.lesson.Lesson;
import dev.smtpsh.lesson.LessonRun;
import dev.smtpsh.lesson.Task;
import dev.smtpsh.lesson.Tick;
import dev.smtpsh.lesson.book.ShippedLessons;
import dev.smtpsh.lesson.progress.Progress;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Level;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.text.NoteView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a lesson shows fits the smallest terminal there is: 24 lines of 80 columns, its last line for the prompt. */
class LessonScreensTest {
    private static final int LINES = 23;
    // "Connected", the greeting, and the word about it.
    private static final int GREETING = 3;
    private static final Drawing DRAWING = new Drawing(80, false, false, Level.FULL);

    static Stream<Lesson> lessons() {
        return ShippedLessons.all().stream();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void theBeginningFits(Lesson lesson) {
        fits(GREETING, view().banner(lesson, 16, Set.of()));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void theEndFitsWithItsQuestionAndItsLastTick(Lesson lesson) {
        Task last = lesson.tasks().get(lesson.tasks().size() - 1);
        String tick = new Tick(last, 4, 4).words();
        StyledText end = new NoteView(DRAWING).note(tick).plus(view().closing(lesson));
        fits(0, end.plus(view().question(new LessonRun(lesson, Set.of(), 0).lastQuestion())));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void eachTickWithWhatComesNextFits(Lesson lesson) {
        List<Task> tasks = lesson.tasks();
        for (int i = 1; i < tasks.size(); i++) {
            Set<String> before = Set.copyOf(
                    new ArrayList<>(tasks.subList(0, i).stream().map(Task::id).toList()));
            StyledText text = new NoteView(DRAWING).note(new Tick(tasks.get(i - 1), i, 4).words());
            text = text.plus(new NoteView(DRAWING).note("Next: " + tasks.get(i).text()));
            LessonRun run = new LessonRun(lesson, before, 0);
            fits(0, run.question().map(view()::question).map(text::plus).orElse(text));
        }
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void hintsAndWrongTurnsTakeThreeLinesAtMost(Lesson lesson) {
        for (Task task : lesson.tasks()) {
            task.hints().forEach(hint -> assertTrue(height("Hint 1 of 3: " + hint) <= 3, hint));
            assertTrue(height(task.otherwise()) <= 3, task.otherwise());
        }
    }

    @Test
    void theBannerIsDrawnAsPlanned() {
        assertEquals(
                """
                Lesson 4 of 16: Come back later                   greylisting   about 4 minutes
                Goal   Get a message accepted for amy@practice.test. The server has never seen
                       you, so the first try will be refused. That is on purpose.
                Tasks  [x] 1  see a 4xx reply to RCPT
                       [ ] 2  wait until it lets you in (practice clock: type  later 10m)
                       [ ] 3  get 250 for the same RCPT
                Words  hint  solution  restart  skip  goal
                """,
                view().banner(ShippedLessons.all().get(3), 16, Set.of("refused"))
                        .plain());
    }

    @Test
    void readAloudItIsSentencesWithoutColumns() {
        LessonView aloud = new LessonView(new Drawing(80, true, true, Level.FULL));
        String banner =
                aloud.banner(ShippedLessons.all().get(3), 16, Set.of("refused")).plain();
        assertTrue(banner.contains("Task 1, done: see a 4xx reply to RCPT\nTask 2, open: "), banner);
        assertEquals(0, banner.lines().filter(line -> line.startsWith(" ")).count(), banner);
    }

    @Test
    void theListFitsOneScreen() {
        String list = view().list(ShippedLessons.all(), Progress.NONE).plain();
        fits(0, view().list(ShippedLessons.all(), Progress.NONE));
        assertTrue(list.endsWith("0 of 16 done. learn goes on with lesson 1.\n"), list);
    }

    private static LessonView view() {
        return new LessonView(DRAWING);
    }

    private static int height(String words) {
        return (int) new NoteView(DRAWING).note(words).plain().lines().count();
    }

    private static void fits(int above, StyledText text) {
        List<String> lines = text.plain().lines().toList();
        assertTrue(above + lines.size() <= LINES, () -> lines.size() + " lines:\n" + text.plain());
        lines.forEach(line -> assertTrue(line.length() < 80, line));
    }
}
