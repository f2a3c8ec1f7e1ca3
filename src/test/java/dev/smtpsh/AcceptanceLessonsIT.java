package dev.smtpsh;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.Program;
import dev.smtpsh.peers.Sitting;
import dev.smtpsh.peers.Smtpsh;
import dev.smtpsh.peers.Tmux;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Acceptance check 24: a lesson is played, and the next time goes on behind it. */
@Timeout(180)
class AcceptanceLessonsIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void check_24_a_lesson_counts_what_the_server_saw_and_is_remembered(int columns) throws Exception {
        Sitting sitting = Sitting.in(folder).columns(columns);
        try (Tmux screen = sitting.start("learn 4")) {
            screen.see("^Lesson 4 of 16: Come back later").see("plain greeted>");
            screen.line("EHLO me.test")
                    .see("plain ready>")
                    .line("MAIL FROM:<me@me.test>")
                    .see("mail\\*>");
            screen.line("RCPT TO:<amy@practice.test>").see("Done 1 of 3: [\\s\\S]*mail!> ");
            screen.line("later 10m").see("Done 2 of 3: [\\s\\S]*mail!> ");
            screen.line("RCPT TO:<amy@practice.test>")
                    .see("Done 3 of 3: [\\s\\S]*Type the number")
                    .line("2");
            screen.see("lesson 5[\\s\\S]*rcpt\\*1")
                    .line("QUIT")
                    .see("closed> ")
                    .keys("C-d")
                    .see("EXIT=0");
        }
        try (Tmux screen = sitting.start("learn")) {
            screen.see("^Lesson 5 of 16: ").see("greeted> ").keys("C-d").see("EXIT=0");
        }
        Program.Result list = Smtpsh.with("learn", "--list")
                .with("XDG_STATE_HOME", folder.resolve("state").toString())
                .run();
        assertTrue(list.out().lines().anyMatch(line -> line.matches(" 4 .* done")), list.out());
    }
}
