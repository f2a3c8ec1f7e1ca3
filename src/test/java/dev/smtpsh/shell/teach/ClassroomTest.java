package dev.smtpsh.shell.teach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.lesson.Lesson;
import dev.smtpsh.lesson.book.ShippedLessons;
import dev.smtpsh.lesson.progress.Logbook;
import dev.smtpsh.lesson.progress.Mark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a learner can do between the first and the last tick. */
@Timeout(60)
class ClassroomTest {
    private final Logbook logbook = Logbook.ofThisRun();

    @Test
    void learningGoesOnWhereItWasLeftAndMidLessonTooWithAServerThatKnowsNothing() {
        try (Pupil pupil = pupil()) {
            pupil.type("learn 4", "EHLO me.test", "MAIL FROM:<me@me.test>", "RCPT TO:<amy@practice.test>");
            assertTrue(pupil.seen().contains("Done 1 of 3: "));
        }
        assertEquals(Set.of("refused"), logbook.read().marks().get(4).done());
        try (Pupil pupil = pupil()) {
            pupil.type("learn");
            String seen = pupil.seen();
            assertTrue(seen.contains("Lesson 4 of 16: "), seen);
            assertTrue(seen.contains("[x] 1 ") && seen.contains("[ ] 2 "), seen);
            pupil.follow().follow();
            seen = pupil.seen();
            assertTrue(seen.contains("Done 3 of 3: "), seen);
            pupil.type("2", "learn");
            assertTrue(pupil.seen().contains("Lesson 5 of 16: "));
        }
    }

    @Test
    void aWrongTurnIsCommentedOnOnceAndNeverCalledWrong() {
        try (Pupil pupil = pupil()) {
            pupil.type("learn 4", "RCPT TO:<amy@practice.test>");
            String words = "Take the usual way - EHLO, MAIL, RCPT";
            assertTrue(pupil.seen().contains(words));
            pupil.type("RCPT TO:<amy@practice.test>");
            assertFalse(pupil.seen().contains(words));
        }
        for (Lesson lesson : ShippedLessons.all()) {
            lesson.tasks()
                    .forEach(task -> assertFalse(task.otherwise().toLowerCase().contains("wrong!")));
        }
    }

    @Test
    void aDonePartIsKeptWhenALessonIsRestartedAndTheServerForgetsAll() {
        try (Pupil pupil = pupil()) {
            pupil.type("learn 4").follow();
            pupil.type("later 10m", "restart");
            String seen = pupil.seen();
            assertTrue(seen.endsWith("Words  hint  solution  restart  skip  goal\n"), seen);
            assertTrue(seen.contains("[ ] 1 "), seen);
            pupil.type("EHLO me.test", "MAIL FROM:<me@me.test>", "RCPT TO:<amy@practice.test>");
            assertTrue(pupil.seen().contains("S: 451 "), "the new server has never seen anybody");
            assertEquals(
                    Set.of("refused", "waited"), logbook.read().marks().get(4).done());
        }
    }

    @Test
    void skippedLessonsAreNotAskedForAgain() {
        try (Pupil pupil = pupil()) {
            pupil.type("learn", "skip");
            String seen = pupil.seen();
            assertTrue(seen.contains("Skipped. learn 1 comes back to it."), seen);
            assertTrue(seen.contains("Lesson 2 of 16: "), seen);
            pupil.type("learn --list");
            assertTrue(pupil.seen().contains("skipped\n"));
            assertEquals(Mark.Passing.SKIPPED, logbook.read().marks().get(1).passing());
        }
    }

    @Test
    void aSolutionStopsWhereTheLearnerHasAnIdeaOfHisOwn() {
        try (Pupil pupil = pupil()) {
            pupil.type("learn 4", "solution");
            assertEquals("EHLO me.test", pupil.shell.takePrefill());
            pupil.type("EHLO me.test");
            assertEquals("MAIL FROM:<me@me.test>", pupil.shell.takePrefill());
            pupil.type("NOOP");
            assertEquals("", pupil.shell.takePrefill());
        }
    }

    @Test
    void aSolutionEndsWhereItsTaskIsDone() {
        try (Pupil pupil = pupil()) {
            pupil.type("learn 16", "solution");
            String line = pupil.shell.takePrefill();
            while (!pupil.seen().contains("Quiz ")) {
                pupil.type(line);
                line = pupil.shell.takePrefill();
            }
            assertEquals("", line);
        }
    }

    @Test
    void placementMarksTheChaptersThatAreKnown() {
        try (Pupil pupil = pupil()) {
            pupil.type("learn --placement");
            assertTrue(pupil.seen().contains("Placement 1 of 5: talking"));
            pupil.type("hint", "solution");
            assertEquals("", pupil.shell.takePrefill());
            pupil.type("EHLO a.test", "MAIL FROM:<>", "RCPT TO:<amy@practice.test>", "DATA", "", "x", ".");
            String seen = pupil.seen();
            assertTrue(seen.contains("You know this."), seen);
            assertTrue(seen.contains("Placement 2 of 5: replies"), seen);
            pupil.type("skip", "skip", "skip", "skip");
            seen = pupil.seen();
            assertTrue(seen.contains("1 of 5 chapters marked as known"), seen);
            pupil.type("learn");
            assertTrue(pupil.seen().contains("Lesson 4 of 16: "));
            assertEquals(Set.of(1, 2, 3), logbook.read().marks().keySet());
        }
    }

    @Test
    void oneTranscriptIsLeftForEachLessonWithoutThePassword(@TempDir Path folder) throws IOException {
        try (Pupil pupil = new Pupil(logbook, Optional.of(folder), 0, Pupil.PATIENCE)) {
            pupil.type("learn 10").follow().follow().follow();
            pupil.type("2", "learn 1", "EHLO me.test");
        }
        String login = Files.readString(folder.resolve("lesson-10.txt"));
        assertTrue(login.contains("S: 235 "), login);
        assertFalse(login.contains("s3cretpw") || login.contains("AGFteQBzM2NyZXRwdw=="), login);
        assertTrue(Files.readString(folder.resolve("lesson-01.txt")).contains("C: EHLO me.test"));
    }

    @Test
    void theDetectiveGetsNoExplanationsBeforeTheCaseIsSolved() {
        try (Pupil pupil = Pupil.withSeed(3)) {
            pupil.type("learn 16").follow();
            pupil.type("why");
            String seen = pupil.seen();
            assertTrue(seen.contains("Explanations are off"), seen);
            assertFalse(seen.contains("Who acts"), seen);
            pupil.follow();
            pupil.type("why");
            seen = pupil.seen();
            assertTrue(seen.contains("Who acts"), seen);
            assertTrue(seen.contains("Lesson 16 is done"), seen);
        }
    }

    @Test
    void theClockOfAnyPracticeServerCanBeMoved() {
        try (Pupil pupil = pupil()) {
            pupil.type("later 10m");
            assertTrue(pupil.seen().contains("There is no clock to move"));
            pupil.type("open practice:greylist", "EHLO me.test", "MAIL FROM:<>", "RCPT TO:<amy@practice.test>");
            pupil.type("later ten minutes", "later 10m", "RCPT TO:<amy@practice.test>");
            List<String> seen = pupil.seen().lines().toList();
            assertTrue(seen.stream().anyMatch(line -> line.contains("Later needs a length of time")), seen::toString);
            assertTrue(seen.stream().anyMatch(line -> line.startsWith("S: 250 2.1.5")), seen::toString);
        }
    }

    @Test
    void wordsOfLessonsSayWhereTheyBelong() {
        try (Pupil pupil = pupil()) {
            for (String word : List.of("hint", "solution", "restart", "skip", "goal")) {
                pupil.type(word);
                assertTrue(pupil.seen().contains("Type learn to begin one."), word);
            }
            pupil.type("learn 17");
            assertTrue(pupil.seen().contains("There is no lesson 17"));
            pupil.type("5");
            assertTrue(pupil.seen().contains("`5` is no reply code or pattern of one"));
        }
    }

    private Pupil pupil() {
        return new Pupil(logbook, Optional.empty(), 0, Pupil.PATIENCE);
    }
}
