package dev.smtpsh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.Dovecot;
import dev.smtpsh.peers.Program;
import dev.smtpsh.peers.Smtpsh;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** LMTP (RFC 2033) with the built launcher against Dovecot's: one reply for each accepted recipient. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LmtpIT {
    private static final String ENVELOPE = """
            LHLO probe.test
            MAIL FROM:<>
            RCPT TO:<amy@practice.test>
            RCPT TO:<nobody@practice.test>
            RCPT TO:<amy@other.test>
            """;

    @TempDir
    Path folder;

    private Dovecot dovecot;

    @BeforeAll
    void start() throws Exception {
        dovecot = Dovecot.start(1);
    }

    @AfterAll
    void stop() {
        if (dovecot != null) {
            dovecot.close();
        }
    }

    @Test
    void the_shell_shows_a_verdict_for_each_accepted_recipient() {
        Program.Result ran = Smtpsh.with("--yes", "lmtp://127.0.0.1:" + dovecot.lmtpPort())
                .input(ENVELOPE + "DATA\nSubject: x\n\nhello\n.\nNOOP\nQUIT\n")
                .run();
        String out = ran.out();
        assertTrue(out.contains("S: 550 5.1.1 <nobody@practice.test>"), out + ran.err());
        assertTrue(out.contains("S: 250 2.0.0 <amy@practice.test>"), out);
        assertTrue(out.contains("for amy@practice.test"), out);
        assertTrue(out.contains("for amy@other.test"), out);
        // The reply to NOOP is its own, and nothing came that nobody waited for.
        assertTrue(out.contains("C: NOOP\nS: 250 2.0.0 OK"), out);
        assertTrue(!out.contains("nobody asked"), out);
    }

    @Test
    void json_tells_whom_each_verdict_is_for() {
        Program.Result ran = Smtpsh.with("--yes", "--json", "--lmtp", "127.0.0.1:" + dovecot.lmtpPort())
                .input(ENVELOPE + "DATA\nSubject: x\n\nhello\n.\nQUIT\n")
                .run();
        assertTrue(ran.out().contains("\"recipient\":\"amy@practice.test\""), ran.out() + ran.err());
        assertTrue(ran.out().contains("\"recipient\":\"amy@other.test\""), ran.out());
    }

    @Test
    void a_script_expects_one_reply_after_the_other() throws Exception {
        Path script = Files.writeString(folder.resolve("lmtp.smtp"), """
                open lmtp://127.0.0.1:%d
                LHLO probe.test
                MAIL FROM:<>
                RCPT TO:<amy@practice.test>
                RCPT TO:<nobody@practice.test>
                550 5.1.1
                RCPT TO:<amy@other.test>
                DATA
                \"""
                Subject: x

                hello
                \"""
                250 2.0.0
                250 2.0.0
                NOOP
                QUIT
                """.formatted(dovecot.lmtpPort()));
        Program.Result ran = Smtpsh.with("run", script.toString()).run();
        assertEquals(0, ran.exit(), ran.out() + ran.err());
    }

    @Test
    void the_transcript_has_each_verdict_once() throws Exception {
        Path file = folder.resolve("lmtp.txt");
        Smtpsh.with("--yes", "--transcript", file.toString(), "lmtp://127.0.0.1:" + dovecot.lmtpPort())
                .input(ENVELOPE + "DATA\nSubject: x\n\nhello\n.\nQUIT\n")
                .run();
        String transcript = Files.readString(file);
        assertEquals(2, transcript.split("# Verdict: for amy@", -1).length - 1, transcript);
        assertEquals(2, transcript.split("Saved", -1).length - 1, transcript);
    }
}
