package dev.smtpsh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.Program;
import dev.smtpsh.peers.Sitting;
import dev.smtpsh.peers.Smtpsh;
import dev.smtpsh.peers.Tmux;
import dev.smtpsh.practice.Listening;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ends that come from outside: a signal, a terminal that is gone, a reader that has seen enough. */
@Timeout(120)
class AcceptanceEndingIT {
    @TempDir
    Path folder;

    @Test
    void ended_by_a_signal_it_says_goodbye_and_leaves_the_terminal_in_order() throws Exception {
        try (Listening server = Listening.to("normal");
                Tmux screen = Sitting.in(folder).start(server.address() + "; stty -a")) {
            screen.see("greeted>").line("EHLO a.test").see("plain ready> ");
            ProcessHandle java = screen.processes().stream()
                    .filter(one -> one.info().command().orElse("").endsWith("/java"))
                    .findFirst()
                    .orElseThrow();
            java.destroy();
            screen.see("EXIT=").see(" echo ").see(" icanon ");
            server.awaitClosed();
            assertEquals(List.of("EHLO a.test", "QUIT"), server.lines());
        }
    }

    @Test
    void when_its_terminal_goes_away_it_says_goodbye() throws Exception {
        try (Listening server = Listening.to("normal")) {
            try (Tmux screen = Sitting.in(folder).start(server.address())) {
                screen.see("greeted>").line("EHLO a.test").see("plain ready> ");
            }
            server.awaitClosed();
            assertEquals(List.of("EHLO a.test", "QUIT"), server.lines());
        }
        assertTrue(Sitting.kept(folder.resolve("state")).contains("EHLO a.test"), "the history is there");
    }

    @Test
    void a_reader_that_goes_away_ends_it_quietly() {
        String endless = "yes NOOP | " + Smtpsh.launcher() + " practice:normal | head -n 1";
        Program.Result ran =
                Program.of("sh", "-c", endless).with("LC_ALL", "C.UTF-8").run();
        assertEquals("", ran.err());
        assertEquals(1, ran.out().lines().count(), ran.out());
    }
}
