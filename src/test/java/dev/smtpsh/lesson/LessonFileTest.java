package dev.smtpsh.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.datafile.Complaint;
import dev.smtpsh.lesson.book.LessonFile;
import dev.smtpsh.lesson.book.ShippedLessons;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lessons out of files, and what is said about slips in them. */
class LessonFileTest {
    private static final String GOOD = """
            number: 1
            version: 1
            title: A title
            topic: a topic
            chapter: talking
            minutes: 3
            scenario: normal
            goal: Do it.
            tasks:
              - id: first
                text: do this
                proof: {command: RCPT, reply: 4xx}
                done: done.
                hints: [a, b, c]
                otherwise: Not so.
                solution: [RCPT]
              - id: second
                text: answer this
                after: first
                question: {text: What?, choices: [a, b], right: 2, why: So.}
                done: done.
                hints: [a, b, c]
                otherwise: Not so.
            summary: [a, b, c]
            world: Out there.
            question: {text: What?, choices: [a, b], right: 1, why: So.}
            """;

    @Test
    void aGoodFileIsALesson() {
        LessonFile file = LessonFile.read("good.yaml", GOOD);
        assertEquals(List.of(), file.complaints());
        Lesson lesson = file.lesson().orElseThrow();
        assertEquals(
                List.of("first", "second"),
                lesson.tasks().stream().map(Task::id).toList());
        assertEquals(List.of("first"), lesson.tasks().get(1).after());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scenario: normal | scenario: nromal | 7:11 | no scenario is called `nromal` | did you mean `normal`?",
                "scenario: normal | #           | 1:1 | one of `scenario` and `suspects` is wanted | write `scenario: normal`",
                "goal: Do it. | gaol: Do it. | 8:1 | unknown key `gaol` | did you mean `goal`?",
                "command: RCPT | command: RPCT | 12:22 | `RPCT` is no SMTP verb | or use GREETING, MESSAGE (the dot) or LOGIN",
                "reply: 4xx | reply: 4x | 12:35 | `reply` wants three digits | write it like `250` or `4xx`",
                "{command: RCPT, reply: 4xx} | {perhaps: 1} | 12:12 | a proof begins with what must happen | use one of: command, reply, stored, tls, login, connections, closed-by, fault, later, word, any",
                "after: first | after: third | 19:12 | no task before this one is called `third` | name one of those above",
                "id: second | id: first | 17:9 | two tasks are called `first` | progress is kept by it: choose one that will last",
                "id: second | id: Two | 17:9 | `id` wants small letters, digits and hyphens | progress is kept by it: choose one that will last",
                "solution: [RCPT] | solution: RCPT | 16:15 | `solution` wants a list of lines | begin each with `- `",
                "summary: [a, b, c] | summary: [a, b] | 24:10 | `summary` wants three lines, not 2 | begin each with `- `",
                "version: 1 | version: one | 2:10 | `version` wants a number from 1 to 999999, not `one` | write digits",
                "right: 2 | right: 3 | 20:15 | a question wants two or more `choices`, and the number of the `right` one | for example `right: 2`"
            })
    void aSlipIsToldWithItsPlaceAndItsMend(String right, String wrong, String place, String what, String mend) {
        assertTrue(GOOD.contains(right), right);
        LessonFile file = LessonFile.read("own.yaml", GOOD.replaceFirst(Pattern.quote(right), wrong));
        Complaint complaint = file.complaints().get(0);
        assertTrue(file.lesson().isEmpty());
        List<String> titles = file.complaints().stream().map(Complaint::title).toList();
        assertTrue(titles.contains(what), titles::toString);
        complaint = file.complaints().get(titles.indexOf(what));
        assertEquals("own.yaml:" + place, complaint.where().toString());
        assertEquals(mend, complaint.mend());
    }

    @Test
    void hintsComeInThreeSteps() {
        LessonFile file = LessonFile.read("own.yaml", GOOD.replaceFirst("hints: \\[a, b, c\\]", "hints: [a, b]"));
        assertEquals("own.yaml:14:12", file.complaints().get(0).where().toString());
        assertEquals("`hints` wants three, not 2", file.complaints().get(0).title());
    }

    @Test
    void anEmptyFileIsToldToo() {
        assertEquals(1, LessonFile.read("own.yaml", "").complaints().size());
        assertTrue(LessonFile.read("own.yaml", "- a list").lesson().isEmpty());
    }

    @Test
    void theShippedLessonsAreNumberedInOrderAndEachChapterHasOnePlacement() {
        List<Lesson> lessons = ShippedLessons.all();
        assertEquals(16, lessons.size());
        Set<String> tested = new HashSet<>();
        Set<String> chapters = new HashSet<>();
        for (int i = 0; i < lessons.size(); i++) {
            Lesson lesson = lessons.get(i);
            assertEquals(i + 1, lesson.number());
            assertTrue(ShippedLessons.names().get(i).startsWith(String.format("%02d-", i + 1)));
            chapters.add(lesson.chapter());
            lesson.placement().ifPresent(task -> assertTrue(tested.add(lesson.chapter()), lesson.title()));
        }
        assertEquals(chapters, tested);
    }
}
