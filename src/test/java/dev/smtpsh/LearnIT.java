package dev.smtpsh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.Program;
import dev.smtpsh.peers.Smtpsh;
import dev.smtpsh.peers.Tmux;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Lessons with the built launcher at a terminal of 80 by 24. */
@Timeout(120)
class LearnIT {
    @TempDir
    private Path state;

    @Test
    void aLessonIsPlayedAndTheNextOneFollows() throws Exception {
        try (Tmux screen = start("learn 4")) {
            screen.see("^Lesson 4 of 16: Come back later").see("plain greeted>");
            screen.line("EHLO me.test").see("plain ready>");
            screen.line("MAIL FROM:<me@me.test>").see("mail\\*>");
            screen.line("RCPT TO:<amy@practice.test>").see("Done 1 of 3: ");
            screen.line("later 10m").see("Done 2 of 3: the server remembers you now\\.");
            screen.line("RCPT TO:<amy@practice.test>").see("Done 3 of 3: ").see("Type the number");
            screen.line("2").see("Yes\\. ").see("learn goes on with lesson 5");
            screen.line("QUIT").see("closed>").line("exit").see("EXIT=0");
        }
        try (Tmux screen = start("learn")) {
            screen.see("^Lesson 5 of 16: Nobody here");
            screen.line("solution").see("> EHLO me.test");
            screen.keys("Enter").see("> MAIL FROM:<me@me.test>");
            screen.keys("C-u").line("exit").see("EXIT=0");
        }
        Program.Result list = Smtpsh.with("learn", "--list")
                .with("XDG_STATE_HOME", state.toString())
                .run();
        assertTrue(list.out().lines().anyMatch(line -> line.matches(" 4 .* done")), list.out());
    }

    @Test
    void forgettingAllIsAskedAbout() throws Exception {
        Path file = Files.createDirectory(state.resolve("smtpsh")).resolve("learn.json");
        Files.writeString(file, "{\"form\": 1, \"last\": 1, \"lessons\": {}}\n");
        Program.Result kept = Smtpsh.with("learn", "--reset", "--no-input")
                .with("XDG_STATE_HOME", state.toString())
                .run();
        assertTrue(kept.out().contains("Nothing was forgotten"), kept.out());
        assertTrue(Files.exists(file));
        Smtpsh.with("learn", "--reset", "--yes")
                .with("XDG_STATE_HOME", state.toString())
                .run();
        assertEquals(false, Files.exists(file));
    }

    private Tmux start(String arguments) {
        return Tmux.running(
                80,
                24,
                "env LC_ALL=C.UTF-8 NO_COLOR=1 XDG_STATE_HOME=" + state + " " + Smtpsh.launcher() + " " + arguments);
    }
}
