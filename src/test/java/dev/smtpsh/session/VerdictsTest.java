package dev.smtpsh.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.ScriptedPeer;
import dev.smtpsh.session.setting.Patience;
import dev.smtpsh.session.setting.SessionSettings;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.ReplyLimits;
import dev.smtpsh.smtp.state.Position;
import dev.smtpsh.smtp.state.Verdicts;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.client.TlsChoice;
import dev.smtpsh.wire.DialOptions;
import dev.smtpsh.wire.LinkLimits;
import dev.smtpsh.wire.Tap;
import dev.smtpsh.wire.Target;
import dev.smtpsh.wire.TcpDialer;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A message that gets more than one reply: LMTP (RFC 2033 4.2) and PRDR (Exim). */
@Timeout(30)
class VerdictsTest {
    @Test
    void lmtpAnswersForEachAcceptedRecipientInTheirOrder() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 mx LMTP\r\n").hear();
            stage.say("250-mx\r\n250 8BITMIME\r\n").hear();
            stage.say("250 ok\r\n").hear();
            stage.say("250 amy\r\n").hear();
            stage.say("550 5.1.1 nobody\r\n").hear();
            stage.say("250 bob\r\n").hear();
            stage.say("354 go\r\n");
            hearMessage(stage);
            stage.say("250 2.0.0 amy has it\r\n452 4.2.2 bob is full\r\n").hear();
            stage.say("250 that was NOOP\r\n").hold();
        })) {
            Session session = open(peer, true);
            assertTrue(session.state().lmtp());
            say(
                    session,
                    "LHLO probe",
                    "MAIL FROM:<a@b>",
                    "RCPT TO:<amy@x>",
                    "RCPT TO:<no@x>",
                    "RCPT TO:<bob@x>",
                    "DATA");
            Exchange first = answered(session.send(message()));
            assertEquals(Optional.of("amy@x"), first.recipient());
            assertFalse(first.furtherVerdict());
            assertTrue(session.owesVerdict());
            Exchange second = answered(session.await());
            assertEquals(Optional.of("bob@x"), second.recipient());
            assertTrue(second.furtherVerdict());
            assertEquals(first.number(), second.number());
            assertTrue(session.state().refused());
            assertFalse(session.owesVerdict());
            assertEquals(
                    "that was NOOP",
                    answered(session.send(line("NOOP"))).reply().text());
            assertEquals(Position.READY, session.state().position());
        }
    }

    @Test
    void theLastChunkIsAnsweredForEachToo() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 mx LMTP\r\n").hear();
            stage.say("250-mx\r\n250 CHUNKING\r\n").hear();
            stage.say("250 ok\r\n").hear();
            stage.say("250 amy\r\n").hear();
            stage.say("250 bob\r\n").hear();
            stage.hear();
            stage.say("250 5 octets\r\n").hear();
            stage.hear();
            stage.say("550 5.2.0 amy not\r\n250 bob has it\r\n").hold();
        })) {
            Session session = open(peer, false);
            say(session, "LHLO probe", "MAIL FROM:<a@b>", "RCPT TO:<amy@x>", "RCPT TO:<bob@x>");
            assertEquals(
                    Optional.empty(),
                    answered(session.send(raw("BDAT 5\r\nabc\r\n"))).recipient());
            assertEquals(Position.RCPT, session.state().position());
            assertEquals(
                    Optional.of("amy@x"),
                    answered(session.send(raw("BDAT 5 LAST\r\nabc\r\n"))).recipient());
            assertEquals(Optional.of("bob@x"), answered(session.await()).recipient());
            assertEquals(Position.READY, session.state().position());
        }
    }

    @Test
    void prdrAnswersForEachAndThenForAllAfter353() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 mx\r\n").hear();
            stage.say("250-mx\r\n250 PRDR\r\n").hear();
            stage.say("250 ok\r\n").hear();
            stage.say("250 amy\r\n").hear();
            stage.say("250 bob\r\n").hear();
            stage.say("354 go\r\n");
            hearMessage(stage);
            stage.say("353 content analysis beginning\r\n250 amy\r\n550 bob\r\n250 all\r\n")
                    .hold();
        })) {
            Session session = open(peer, false);
            say(session, "EHLO probe", "MAIL FROM:<a@b> PRDR", "RCPT TO:<amy@x>", "RCPT TO:<bob@x>", "DATA");
            assertEquals(Optional.empty(), answered(session.send(message())).recipient());
            List<Optional<String>> recipients = new ArrayList<>();
            while (session.owesVerdict()) {
                recipients.add(answered(session.await()).recipient());
            }
            assertEquals(List.of(Optional.of("amy@x"), Optional.of("bob@x"), Optional.empty()), recipients);
        }
    }

    @Test
    void prdrWithoutNeedIsAnsweredOnce() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 mx\r\n").hear();
            stage.say("250-mx\r\n250 PRDR\r\n").hear();
            stage.say("250 ok\r\n").hear();
            stage.say("250 amy\r\n").hear();
            stage.say("354 go\r\n");
            hearMessage(stage);
            stage.say("250 all\r\n").hold();
        })) {
            Session session = open(peer, false);
            say(session, "EHLO probe", "MAIL FROM:<a@b> PRDR");
            assertEquals(Verdicts.PERHAPS_EACH, session.state().verdicts());
            say(session, "RCPT TO:<amy@x>", "DATA");
            answered(session.send(message()));
            assertFalse(session.owesVerdict());
            assertEquals(Verdicts.ONE, session.state().verdicts());
        }
    }

    private static void hearMessage(ScriptedPeer.Stage stage) throws Exception {
        while (!stage.hear().equals(".\r\n")) {
            continue;
        }
    }

    private static void say(Session session, String... lines) {
        for (String line : lines) {
            answered(session.send(line(line)));
        }
    }

    private static Command line(String text) {
        return new Command.Line(Octets.utf8(text));
    }

    private static Command raw(String text) {
        return new Command.Raw(Octets.utf8(text));
    }

    private static Command message() {
        return new Command.Message(() -> new ByteArrayInputStream("Subject: x\r\n\r\n".getBytes()));
    }

    private static Exchange answered(Outcome outcome) {
        return assertInstanceOf(Outcome.Answered.class, outcome).exchange();
    }

    private static Session open(ScriptedPeer peer, boolean lmtp) {
        SessionSettings settings = new SessionSettings(
                        new Patience(Optional.of(Duration.ofSeconds(5))),
                        ReplyLimits.DEFAULT,
                        TlsChoice.DEFAULT,
                        Anchors.system(),
                        false)
                .withLmtp(lmtp);
        Target target = new Target("mx.test", InetAddress.getLoopbackAddress(), peer.port());
        Opening opening = new Opener(
                        new TcpDialer(DialOptions.DEFAULT, LinkLimits.DEFAULT),
                        settings,
                        Clock.systemUTC(),
                        SessionListener.NONE)
                .open(List.of(target), Tap.NONE);
        return assertInstanceOf(Opening.Opened.class, opening).session();
    }
}
