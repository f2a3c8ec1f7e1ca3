package dev.smtpsh.cli.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.shell.ask.Questions;
import dev.smtpsh.shell.means.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that somebody interrupts still reports what was done up to there. */
@Timeout(60)
class InterruptedRunTest {
    @TempDir
    Path folder;

    @Test
    void what_was_run_so_far_is_reported_and_marked() throws Exception {
        Path file = Files.writeString(folder.resolve("a.smtp"), "open practice\nEHLO a.example\nNOOP\nwait 1h\n");
        String report = interrupted(file, "wait 1h");
        assertTrue(report.contains("    ok 3 - line 3: NOOP"), report);
        assertTrue(
                report.contains("    not ok 4 - line 4: wait 1h\n      ---\n      message: \"interrupted\""), report);
    }

    @Test
    void files_that_were_not_begun_are_counted() throws Exception {
        Files.writeString(folder.resolve("a.smtp"), "open practice\nEHLO a.example\nwait 1h\n");
        Files.writeString(folder.resolve("b.smtp"), "open practice\n");
        Running running = new Running().asking(new Interrupting(Thread.currentThread(), "wait 1h"));
        ExitCode code = running.run("--step", folder.toString());
        assertEquals(ExitCode.INTERRUPTED, code);
        assertTrue(running.out.toString().contains("2 held, 1 errors, "), running.out.toString());
        assertTrue(running.out.toString().contains("; interrupted, 1 not run"), running.out.toString());
    }

    @Test
    void a_wait_for_a_server_is_interrupted_too() throws Exception {
        Path file = Files.writeString(
                folder.resolve("a.smtp"), "open practice:silent\n220 within 1h every 30m\nEHLO a.example\n");
        String report = interrupted(file, "open");
        assertTrue(report.contains("message: \"interrupted\""), report);
        assertTrue(report.contains("severity: \"error\""), report);
    }

    private String interrupted(Path file, String words) throws Exception {
        Running running = new Running().asking(new Interrupting(Thread.currentThread(), words));
        assertEquals(ExitCode.INTERRUPTED, running.run("--step", file.toString(), "--report", "tap:-"));
        return running.printed();
    }

    /** Presses Ctrl-C when it is asked about a line. */
    private record Interrupting(Thread main, String words) implements Questions {
        @Override
        public Reach reach() {
            return Reach.ASIDE;
        }

        @Override
        public Optional<String> line(String prompt) {
            if (prompt.contains(words)) {
                main.interrupt();
            }
            return Optional.of("");
        }

        @Override
        public Optional<char[]> secret(String prompt) {
            return Optional.empty();
        }

        @Override
        public boolean confirm(String question, boolean otherwise) {
            return otherwise;
        }
    }
}
