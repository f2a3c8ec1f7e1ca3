package dev.smtpsh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.Dovecot;
import dev.smtpsh.peers.Program;
import dev.smtpsh.peers.Smtpsh;
import dev.smtpsh.peers.Tmux;
import dev.smtpsh.practice.PracticeServer;
import dev.smtpsh.practice.Setup;
import dev.smtpsh.practice.mail.StoredMessage;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Logging in with the built launcher: at Dovecot, at a terminal, behind a pipe; and that no secret is left anywhere. */
@Timeout(120)
class LoginIT {
    private static final String PASSWORD = "s3cretpw";

    @TempDir
    Path folder;

    @Test
    void dovecot_takes_every_mechanism_and_hands_the_mail_on() throws Exception {
        try (PracticeServer relay =
                        PracticeServer.start(ShippedScenarios.named("normal").orElseThrow(), Setup.ordinary());
                Dovecot dovecot = Dovecot.start(relay.port())) {
            for (String mechanism : List.of("SCRAM-SHA-256", "SCRAM-SHA-1", "CRAM-MD5", "PLAIN", "LOGIN")) {
                Program.Result ran = Smtpsh.with(
                                "--yes", "-u", "amy", "--password-file", "-", "127.0.0.1:" + dovecot.port())
                        .input(PASSWORD + "\nEHLO a.test\nauth " + mechanism + "\nMAIL FROM:<amy@practice.test>\n"
                                + "RCPT TO:<bob@practice.test>\nDATA\nSubject: " + mechanism + "\n\n.\nQUIT\n")
                        .run();
                assertEquals(0, ran.exit(), ran.out() + ran.err() + dovecot.log());
                assertTrue(ran.out().contains("C: AUTH " + mechanism), ran.out());
                assertTrue(ran.out().contains("S: 235 2.7.0 Logged in."), ran.out());
                assertTrue(dovecot.log().contains("method=" + mechanism), dovecot.log());
                holdsNoSecret(ran.out() + ran.err());
            }
            List<StoredMessage> messages = relay.mailroom().messages();
            assertEquals(5, messages.size());
            assertTrue(messages.get(0).content().latin1().contains("Subject: SCRAM-SHA-256\r\n"));
        }
    }

    @Test
    void dovecot_refuses_a_wrong_password_and_the_program_ends_with_6() throws Exception {
        try (PracticeServer relay =
                        PracticeServer.start(ShippedScenarios.named("normal").orElseThrow(), Setup.ordinary());
                Dovecot dovecot = Dovecot.start(relay.port())) {
            String input = "wrongpw\nEHLO a.test\nauth\nQUIT\n";
            Program.Result ran = Smtpsh.with(
                            "--json", "-u", "amy", "--password-file", "-", "127.0.0.1:" + dovecot.port())
                    .input(input)
                    .run();
            assertEquals(6, ran.exit(), ran.out() + ran.err());
            assertTrue(ran.out().contains("\"code\":535"), ran.out());
            assertFalse(ran.out().contains("wrongpw"));
        }
    }

    @Test
    void best_first_without_echo_and_nothing_left_behind() throws Exception {
        String home = folder.toString();
        String environment = "env LC_ALL=C.UTF-8 HOME=" + home + " XDG_STATE_HOME=" + home + "/state XDG_CONFIG_HOME="
                + home + "/config XDG_DATA_HOME=" + home + "/data ";
        try (Tmux screen = Tmux.running(80, 24, environment + Smtpsh.launcher() + " practice:auth")) {
            screen.see("greeted>");
            screen.line("EHLO a.test").see("plain ready>");
            screen.line("auth").see("not offered").see("Type STARTTLS");
            screen.line("STARTTLS").see("tls greeted>");
            screen.line("EHLO a.test").see("tls ready>");
            screen.line("auth").see("^User on practice:");
            screen.line("amy").see("^Password for amy on practice:");
            String processes = Program.of("ps", "axww", "-o", "args").run().out();
            screen.line(PASSWORD).see("^S: 235").see("tls amy ready>");
            screen.doNotSee("\\*{4,}");
            screen.line("why").see("Rule +code-235").see("MAIL FROM:<");
            // What was asked and answered is not among the remembered lines: the first two are commands.
            screen.keys("Up").see("the long story of the last reply");
            screen.keys("Up").see("auth \\[MECHANISM\\] \\[USER\\]");
            screen.keys("C-u");
            holdsNoSecret(screen.screen() + processes);
            screen.line("QUIT").see("closed>").keys("C-d").see("EXIT=0");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> holdsNoSecret(text(file)));
        }
    }

    @Test
    void a_secret_in_the_clear_is_asked_about_and_not_sent() throws Exception {
        try (PracticeServer server =
                        PracticeServer.start(ShippedScenarios.named("plain").orElseThrow(), Setup.ordinary());
                Tmux screen = Tmux.running(
                        80, 24, "env LC_ALL=C.UTF-8 " + Smtpsh.launcher() + " 127.0.0.1:" + server.port())) {
            screen.see("greeted>");
            screen.line("EHLO a.test").see("plain ready>");
            screen.line("AUTH PLAIN AGFteQBzM2NyZXRwdw==").see("not encrypted").see("\\[y/N\\]");
            screen.line("N").see("Nothing was sent").doNotSee("^S: 235");
            screen.line("AUTH LOGIN").see("all the same\\? \\[y/N\\] *$");
            screen.line("y")
                    .see("^S: 334 VXNlcm5hbWU6")
                    .see("It asks: \"Username:\"")
                    .see("plain auth>");
            screen.line("amy").see("auth> amy").see("It asks: \"Password:\"");
            screen.line(PASSWORD).see("^S: 235").doNotSee(PASSWORD);
        }
    }

    @Test
    void behind_a_pipe_the_password_is_asked_at_the_terminal_without_echo() throws Exception {
        String feed = "printf 'EHLO a\\nSTARTTLS\\nEHLO a\\nauth\\nQUIT\\n' | env LC_ALL=C.UTF-8 ";
        try (Tmux screen = Tmux.running(
                100, 40, feed + Smtpsh.launcher() + " practice:auth > " + folder.resolve("out") + "; stty -a")) {
            screen.see("^User on practice:").line("amy");
            screen.see("^Password for amy on practice:").line(PASSWORD);
            screen.see("EXIT=0").doNotSee(PASSWORD).see(" echo ");
        }
        String out = Files.readString(folder.resolve("out"));
        assertTrue(out.contains("S: 235"), out);
        holdsNoSecret(out);
    }

    @Test
    void echo_is_on_again_after_ctrl_c_at_the_question() throws Exception {
        String feed = "printf 'EHLO a\\nSTARTTLS\\nEHLO a\\nauth\\n' | env LC_ALL=C.UTF-8 ";
        String command = "trap : INT; " + feed + Smtpsh.launcher() + " -u amy practice:auth >/dev/null; stty -a";
        try (Tmux screen = Tmux.running(100, 40, command)) {
            screen.see("^Password for amy on practice:").keys("C-c");
            screen.see("EXIT=").see(" echo ");
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void holdsNoSecret(String text) {
        for (String secret : List.of(PASSWORD, "\0amy\0" + PASSWORD)) {
            String base64 = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
            assertFalse(text.contains(secret), text);
            assertFalse(text.contains(base64.replace("=", "")), text);
        }
    }
}
