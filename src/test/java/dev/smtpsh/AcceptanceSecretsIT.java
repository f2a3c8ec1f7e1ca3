package dev.smtpsh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.Sitting;
import dev.smtpsh.peers.Tmux;
import dev.smtpsh.practice.Listening;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Acceptance checks 16 to 18: a secret goes to the server and nowhere else. */
@Timeout(180)
class AcceptanceSecretsIT {
    private static final String PASSWORD = "s3cretpw";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void check_16_a_password_is_neither_seen_nor_kept(int columns) throws Exception {
        try (Tmux screen = start(columns, "practice:auth")) {
            screen.see("greeted>").line("EHLO a.test").see("plain ready>");
            screen.line("STARTTLS").see("tls greeted>").line("EHLO a.test").see("tls ready>");
            screen.line("auth").see("^User on practice: ?$").line("amy");
            screen.see("^Password for amy on practice: ?$").line(PASSWORD).see("^S: 235");
            screen.see("tls amy ready> ");
            for (String file : List.of("x.txt", "x.json", "x.html", "x.smtp", "x.cast")) {
                screen.line("save " + file).see("Saved to " + file);
            }
            screen.line("QUIT").see("closed> ").keys("C-d").see("EXIT=0").doNotSee("\\*{4,}");
            holdsNoSecret(screen.screen());
        }
        holdsNoSecret(Sitting.kept(folder));
        assertTrue(Files.readString(folder.resolve("x.txt")).contains("S: 235"));
        assertTrue(Sitting.kept(folder.resolve("state")).contains("STARTTLS"), "there is a history to look at");
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void check_17_a_secret_in_the_clear_goes_out_only_after_a_yes(int columns) throws Exception {
        try (Listening server = Listening.to("plain");
                Tmux screen = start(columns, server.address())) {
            screen.see("greeted>").line("EHLO a.test").see("plain ready>");
            screen.line("AUTH PLAIN AGFteQBzM2NyZXRwdw==")
                    .see("in the clear .*\\[y/N\\]")
                    .line("N");
            screen.see("Nothing was sent").see("plain ready> ");
            screen.line("NOOP").see("^S: 250 Nothing done|^S: 250 2\\.0\\.0");
            assertEquals(List.of("EHLO a.test", "NOOP"), server.lines());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void check_18_pasted_lines_go_one_by_one_and_their_secret_is_not_remembered(int columns) throws Exception {
        try (Listening server = Listening.to("plain");
                Tmux screen = start(columns, server.address())) {
            screen.see("greeted>").paste("EHLO a\nAUTH PLAIN AGEAYg==\nNOOP\n").see("^> NOOP");
            assertEquals(List.of(), server.lines(), "a paste sends nothing by itself");
            screen.keys("Enter").see("3 lines pasted").see("\\[1/a/e/n\\] ").keys("Enter");
            screen.see("^C: EHLO a").see("in the clear .*\\[y/N\\]").keys("Enter");
            screen.see("^C: NOOP[\\s\\S]*plain ready> ");
            assertEquals(List.of("EHLO a", "NOOP"), server.lines());
            screen.line("VRFY amy").see("^S: 252[\\s\\S]*ready> ").keys("C-d").see("EXIT=0");
        }
        String history = Sitting.kept(folder.resolve("state"));
        assertFalse(history.contains("AGEAYg"), history);
        assertTrue(history.contains("VRFY amy"), history);
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void check_18_ctrl_c_at_the_question_sends_nothing_of_the_paste(int columns) throws Exception {
        try (Listening server = Listening.to("normal");
                Tmux screen = start(columns, server.address())) {
            screen.see("greeted>").paste("EHLO a\nNOOP\n").see("^> NOOP").keys("Enter");
            screen.see("2 lines pasted").see("\\[1/a/e/n\\] ").keys("C-c");
            screen.see("\\[1/a/e/n\\] *\\n127.* greeted> ");
            screen.line("VRFY amy").see("^S: 550");
            assertEquals(List.of("VRFY amy"), server.lines());
        }
    }

    private Tmux start(int columns, String arguments) {
        return Sitting.in(folder).columns(columns).start(arguments);
    }

    private static void holdsNoSecret(String text) {
        for (String secret : List.of(PASSWORD, "\0amy\0" + PASSWORD, "amy\0amy\0" + PASSWORD)) {
            String base64 = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
            assertFalse(text.contains(secret), text);
            assertFalse(text.contains(base64.replace("=", "")), text);
        }
    }
}
