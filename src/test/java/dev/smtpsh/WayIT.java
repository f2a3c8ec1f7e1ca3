package dev.smtpsh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.Dovecot;
import dev.smtpsh.peers.Postfix;
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

/** Every way to a server, with the built launcher against servers that are not ours. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WayIT {
    @TempDir
    Path folder;

    private Postfix postfix;

    @BeforeAll
    void start() throws Exception {
        postfix = Postfix.start();
    }

    @AfterAll
    void stop() {
        if (postfix != null) {
            postfix.close();
        }
    }

    @Test
    void postfix_believes_both_versions_of_the_proxy_header() throws Exception {
        for (String version : new String[] {"v1", "v2"}) {
            String client = version.equals("v1") ? "192.0.2.71" : "192.0.2.72";
            Program.Result ran = Smtpsh.with(
                            "--proxy-protocol",
                            version + "," + client + ":4711,192.0.2.25:25",
                            "127.0.0.1:" + postfix.proxiedPort())
                    .input("EHLO probe.test\nQUIT\n")
                    .run();
            assertEquals(0, ran.exit(), ran.out() + ran.err());
            assertTrue(ran.out().contains("PROXY header sent"), ran.out());
            assertTrue(postfix.log().contains("connect from unknown[" + client + "]"), postfix.log());
        }
    }

    @Test
    void postfix_hangs_up_on_a_wrong_header() {
        Program.Result ran = Smtpsh.with(
                        "--proxy-protocol", "raw:PROXY TCP9 x\\r\\n", "127.0.0.1:" + postfix.proxiedPort())
                .input("")
                .run();
        assertTrue(ran.exit() != 0, ran.out());
        assertTrue(ran.out().contains("421 4.3.0 "), ran.out() + ran.err());
    }

    @Test
    void sendmail_bs_is_spoken_to_through_a_pipe() {
        String command = "pipe:sendmail -C " + postfix.configuration() + " -bs";
        Program.Result ran =
                Smtpsh.with(command).input("EHLO probe.test\nNOOP\nQUIT\n").run();
        assertEquals(0, ran.exit(), ran.out() + ran.err());
        assertTrue(ran.out().contains("S: 220 " + Postfix.HOST), ran.out());
        assertTrue(ran.out().contains("C: NOOP\nS: 250 2.0.0 Ok"), ran.out());
    }

    @Test
    void dovecots_lmtp_socket_is_a_file() throws Exception {
        try (Dovecot dovecot = Dovecot.start(1)) {
            Program.Result ran = Smtpsh.with("--yes", "lmtp:unix:" + dovecot.lmtpSocket())
                    .input("LHLO probe.test\nMAIL FROM:<>\nRCPT TO:<amy@practice.test>\nDATA\nSubject: x\n\n.\nQUIT\n")
                    .run();
            assertEquals(0, ran.exit(), ran.out() + ran.err());
            assertTrue(ran.out().contains("S: 250 2.0.0 <amy@practice.test>"), ran.out());
        }
    }

    @Test
    void a_detour_keeps_the_name() {
        Program.Result ran = Smtpsh.with(
                        "--connect",
                        Postfix.HOST + ":25=127.0.0.1:" + postfix.port(),
                        "--ca",
                        postfix.certificate().toString(),
                        Postfix.HOST)
                .input("EHLO probe.test\nSTARTTLS\ntls\nQUIT\n")
                .run();
        assertEquals(0, ran.exit(), ran.out() + ran.err());
        assertTrue(ran.out().contains("Connected to " + Postfix.HOST + " (127.0.0.1:" + postfix.port()), ran.out());
        assertFalse(ran.out().contains("name-mismatch"), ran.out());
    }

    @Test
    void what_is_said_too_early_is_answered_behind_the_greeting() {
        Program.Result ran = Smtpsh.with("--early", "EHLO probe.test\\r\\n", "127.0.0.1:" + postfix.port())
                .input("NOOP\nQUIT\n")
                .run();
        assertTrue(ran.out().contains("C: EHLO probe.test"), ran.out() + ran.err());
        assertTrue(ran.out().indexOf("S: 250 2.0.0 Ok") > ran.out().indexOf("PIPELINING"), ran.out());
    }

    @Test
    void postfix_takes_xclient_and_xforward() throws Exception {
        Program.Result ran =
                Smtpsh.with("127.0.0.1:" + postfix.trustingPort()).input("""
                        EHLO probe.test
                        XCLIENT ADDR=192.0.2.99 NAME=spike.porcupine.org
                        EHLO spike.porcupine.org
                        MAIL FROM:<>
                        RCPT TO:<amy@practice.test>
                        QUIT
                        """).run();
        assertTrue(ran.out().contains("C: XCLIENT ADDR=192.0.2.99"), ran.out() + ran.err());
        assertTrue(ran.out().contains("S: 250 2.1.5 Ok"), ran.out());
        assertTrue(postfix.log().contains("spike.porcupine.org[192.0.2.99]"), postfix.log());
        Program.Result forward = Smtpsh.with("127.0.0.1:" + postfix.trustingPort())
                .input("EHLO probe.test\nXFORWARD NAME=spike.porcupine.org ADDR=192.0.2.98 PROTO=ESMTP\nQUIT\n")
                .run();
        assertTrue(forward.out().contains("S: 250 2.0.0 Ok"), forward.out());
    }

    @Test
    void a_script_goes_each_way_but_starts_no_program_unasked() throws Exception {
        Path script = Files.writeString(folder.resolve("pipe.smtp"), """
                open "pipe:sendmail -C %s -bs"
                EHLO probe.test
                QUIT
                """.formatted(postfix.configuration()));
        Program.Result refused = Smtpsh.with("run", script.toString()).run();
        assertTrue(refused.exit() != 0, refused.out());
        assertTrue(refused.out().contains("--allow-pipe"), refused.out() + refused.err());
        Program.Result ran =
                Smtpsh.with("run", "--allow-pipe", script.toString()).run();
        assertEquals(0, ran.exit(), ran.out() + ran.err());
    }

    @Test
    void connections_end_as_rudely_as_asked() throws Exception {
        for (String word : new String[] {"drop", "reset", "half-close"}) {
            Program.Result ran = Smtpsh.with("127.0.0.1:" + postfix.port())
                    .input("EHLO " + word + ".test\n" + word + "\n" + (word.equals("half-close") ? "wait\n" : ""))
                    .run();
            assertFalse(ran.out().contains("C: QUIT"), ran.out() + ran.err());
        }
        assertTrue(postfix.log().contains("lost connection after EHLO"), postfix.log());
    }
}
