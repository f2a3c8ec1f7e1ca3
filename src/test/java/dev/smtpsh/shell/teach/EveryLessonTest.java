package dev.smtpsh.shell.teach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.lesson.Lesson;
import dev.smtpsh.lesson.book.ShippedLessons;
import dev.smtpsh.lesson.progress.Logbook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every lesson at the real shell: by its own solution, by another way, and by ways that do not lead through. */
@Timeout(120)
class EveryLessonTest {
    private static final Duration SHORT = Duration.ofSeconds(3);

    /** A lesson on one of its servers. */
    record Case(Lesson lesson, int suspect, long seed) {
        @Override
        public String toString() {
            return lesson.number() + " " + lesson.suspects().get(suspect).scenario();
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Lesson lesson : ShippedLessons.all()) {
            Map<Integer, Long> seeds = new LinkedHashMap<>();
            for (long seed = 0; seeds.size() < lesson.suspects().size(); seed++) {
                int suspect = lesson.suspects().size() == 1
                        ? 0
                        : new java.util.Random(seed + lesson.number())
                                .nextInt(lesson.suspects().size());
                seeds.putIfAbsent(suspect, seed);
            }
            seeds.forEach((suspect, seed) -> cases.add(new Case(lesson, suspect, seed)));
        }
        return cases.stream();
    }

    static Stream<Case> lessons() {
        return cases().filter(one -> one.suspect() == 0);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itsOwnSolutionLeadsThrough(Case one) {
        try (Pupil pupil = pupil(one)) {
            int tasks = one.lesson().tasks().size();
            for (int done = 0; done < tasks; done++) {
                assertFalse(over(one, pupil), pupil.all());
                int before = ticks(pupil);
                pupil.follow();
                assertTrue(ticks(pupil) > before, pupil.all());
                done = ticks(pupil) - 1;
            }
            assertTrue(over(one, pupil), pupil.all());
            assertTrue(pupil.all().contains("Done " + tasks + " of " + tasks + ": "), pupil.all());
            assertTrue(pupil.shell.classroom().asks());
            pupil.seen();
            pupil.type(Integer.toString(one.lesson().question().right()));
            assertTrue(pupil.seen().startsWith("   | Yes. "));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anotherWayLeadsThroughToo(Case one) throws IOException {
        try (Pupil pupil = pupil(one)) {
            pupil.type(ways(one, "other"));
            assertTrue(over(one, pupil), pupil.all());
        }
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void doingItWrongDoesNotLeadThrough(Case one) throws IOException {
        try (Pupil pupil = pupil(one)) {
            pupil.type(ways(one, "wrong"));
            assertFalse(over(one, pupil), pupil.all());
        }
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void doingNothingTicksNothing(Case one) {
        try (Pupil pupil = pupil(one)) {
            pupil.type("goal", "hint", "hint", "hint", "hint", "solution", "NOOP", "replies", "caps", "help", "");
            assertEquals(0, ticks(pupil), pupil.all());
            assertTrue(pupil.all().contains("Hint 3 of 3: "), pupil.all());
        }
    }

    private static Pupil pupil(Case one) {
        // Only the haunted server makes one wait.
        Duration patience = one.lesson().number() == 15 ? SHORT : Pupil.PATIENCE;
        Pupil pupil = new Pupil(Logbook.ofThisRun(), Optional.empty(), one.seed(), patience);
        pupil.shell.classroom().learn(one.lesson().number());
        return pupil;
    }

    private static boolean over(Case one, Pupil pupil) {
        return pupil.all().contains("Lesson " + one.lesson().number() + " is done");
    }

    private static int ticks(Pupil pupil) {
        return (int) pupil.all()
                .lines()
                .filter(line -> line.startsWith("   | Done "))
                .count();
    }

    private static String[] ways(Case one, String kind) throws IOException {
        String wanted = "== " + one.lesson().number() + " " + kind;
        List<String> lines = new ArrayList<>();
        boolean found = false;
        try (InputStream in = EveryLessonTest.class.getResourceAsStream("/dev/smtpsh/lesson/ways.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                found = line.startsWith("== ") ? line.equals(wanted) : found;
                if (found && !line.startsWith("== ")) {
                    lines.add(line);
                }
            }
        }
        assertFalse(lines.isEmpty(), wanted);
        return lines.toArray(String[]::new);
    }
}
