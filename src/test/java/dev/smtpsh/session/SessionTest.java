package dev.smtpsh.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.ScriptedPeer;
import dev.smtpsh.session.Failure.Kind;
import dev.smtpsh.session.setting.Patience;
import dev.smtpsh.session.setting.SessionSettings;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.ReplyDefect;
import dev.smtpsh.smtp.reply.ReplyLimits;
import dev.smtpsh.smtp.state.Position;
import dev.smtpsh.smtp.state.Stage;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.client.TlsChoice;
import dev.smtpsh.wire.DialOptions;
import dev.smtpsh.wire.LinkLimits;
import dev.smtpsh.wire.Tap;
import dev.smtpsh.wire.Target;
import dev.smtpsh.wire.TcpDialer;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class SessionTest {
    private final List<SessionEvent> events = new ArrayList<>();

    @Test
    void aConversationInAnyOrderGoesOutAsTyped() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 mx ESMTP\r\n").hear();
            stage.say("503 5.5.1 EHLO first\r\n").hear();
            stage.say("250-mx\r\n250 SIZE 10\r\n").hear();
            stage.say("221 Bye\r\n");
        })) {
            Session session = open(peer);
            assertTrue(answered(session.send(line("rcpt to: amy"))).reply().is(503));
            Exchange ehlo = answered(session.send(line("EHLO  probe")));
            assertEquals(Position.READY, ehlo.after().position());
            assertEquals(Stage.HELLO, ehlo.stage());
            assertEquals(2, ehlo.number());
            answered(session.send(line("QUIT")));
            assertEquals(Position.CLOSED, session.state().position());
            assertEquals("rcpt to: amy\r\nEHLO  probe\r\nQUIT\r\n", peer.received());
            assertEquals(Kind.CLOSED, failed(session.send(line("NOOP"))).kind());
        }
    }

    @Test
    void aMessageIsStuffedAndTheVerdictComesAfterTheDot() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 mx\r\n").hear();
            stage.say("354 Go on\r\n");
            while (!stage.hear().equals(".\r\n")) {
                continue;
            }
            stage.say("250 2.0.0 Queued\r\n").hold();
        })) {
            Session session = open(peer);
            answered(session.send(line("DATA")));
            byte[] content = "Subject: x\r\n\r\n.hidden\r\n.\r\n".getBytes();
            Exchange verdict = answered(session.send(new Command.Message(() -> new ByteArrayInputStream(content))));
            assertEquals(Stage.MESSAGE, verdict.stage());
            session.drop();
            assertEquals("DATA\r\nSubject: x\r\n\r\n..hidden\r\n..\r\n.\r\n", peer.received());
        }
    }

    @Test
    void anUnaskedReplyIsToldBeforeTheNextOneAndShiftsNothing() throws Exception {
        CountDownLatch said = new CountDownLatch(1);
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 mx\r\n").say("220 mx once more\r\n");
            said.countDown();
            stage.hear();
            stage.say("250 that was NOOP\r\n").hold();
        })) {
            Session session = open(peer);
            said.await();
            while (!session.holdsSomething()) {
                Thread.onSpinWait();
            }
            Exchange noop = answered(session.send(line("NOOP")));
            assertEquals("that was NOOP", noop.reply().text());
            assertEquals(Stage.UNASKED, unexpected().stage());
        }
    }

    @Test
    void aStoppedWaitKeepsTheReplyDue() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 mx\r\n").hear();
            go.await(10, TimeUnit.SECONDS);
            stage.say("250 late\r\n").hear();
            stage.say("250 next\r\n").hold();
        })) {
            Session session = open(peer);
            Thread.currentThread().interrupt();
            assertEquals(Kind.STOPPED, failed(session.send(line("NOOP 1"))).kind());
            assertEquals(1, session.due());
            go.countDown();
            Exchange late = answered(session.await());
            assertEquals("late", late.reply().text());
            assertEquals("NOOP 1", late.command().orElseThrow().redacted().latin1());
            assertEquals("next", answered(session.send(line("NOOP 2"))).reply().text());
        }
    }

    @Test
    void aLateReplyIsNotTakenForTheReplyToTheNextCommand() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 mx\r\n").hear();
            stage.hear();
            stage.say("250 one\r\n250 two\r\n").hold();
        })) {
            Session session = open(peer);
            Thread.currentThread().interrupt();
            failed(session.send(line("NOOP 1")));
            assertEquals("two", answered(session.send(line("NOOP 2"))).reply().text());
            assertEquals("one", unexpected().reply().text());
        }
    }

    // What the server does after NOOP | kind of failure, or the defects of the reply.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    250 ok^            | BARE_LF
                    250-a~251 b~       | CODES_DIFFER
                    250xhello~         | NO_SEPARATOR
                    hello~             | NOT_A_REPLY
                    250-a~             | UNFINISHED
                    250 half           | UNFINISHED
                    ''                 | CLOSED
                    """)
    void whateverTheServerDoesIsAValue(String says, String expected) throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 mx\r\n").hear();
            stage.say(octets(says));
        })) {
            Outcome outcome = open(peer).send(line("NOOP"));
            String seen = outcome instanceof Outcome.Answered answered
                    ? String.join(
                            " ",
                            answered.exchange().reply().defects().stream()
                                    .map(ReplyDefect::name)
                                    .toList())
                    : failed(outcome).kind().name();
            assertEquals(expected, seen);
        }
    }

    @Test
    void anEndlessReplyEndsTheConnection() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 mx\r\n").hear();
            while (true) {
                stage.say("250-and on\r\n".repeat(100));
            }
        })) {
            Session session = open(peer);
            assertEquals(Kind.PROTOCOL, failed(session.send(line("NOOP"))).kind());
            assertEquals(Position.CLOSED, session.state().position());
        }
    }

    @Test
    void silenceEndsAtTheDeadlineAndNamesTheStage() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 mx\r\n").hear();
            stage.hold();
        })) {
            Session session = open(peer, new Patience(Optional.of(Duration.ofMillis(200))));
            Failure failure = failed(session.send(line("RCPT TO:<a@b>")));
            assertEquals(Kind.TIMEOUT, failure.kind());
            assertEquals("no whole reply within 200 ms while naming a recipient", failure.what());
        }
    }

    // What speaks on the port | the words that name it | kind.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SSH-2.0-OpenSSH_9.2~            | this is SSH, not SMTP                           | PROTOCOL
                    HTTP/1.1 400 Bad Request~       | this is HTTP, not SMTP                          | PROTOCOL
                    +OK POP3 ready~                 | this is POP3, not SMTP                          | PROTOCOL
                    * OK IMAP4rev1 ready~           | this is IMAP, not SMTP                          | PROTOCOL
                    {alert}                         | the server speaks TLS from the first octet      | PROTOCOL
                    hello there~                    | what the server sent is no SMTP greeting        | PROTOCOL
                    ''                              | the server hung up before the greeting          | CLOSED
                    """)
    void namesAStranger(String says, String what, Kind kind) throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> stage.say(octets(says)))) {
            Failure failure = notOpened(opening(peer, Patience.BY_THE_BOOK, false));
            assertEquals(what, failure.what());
            assertEquals(kind, failure.kind());
        }
    }

    @Test
    void aServerThatNeverGreetsIsATimeout() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(ScriptedPeer.Stage::hold)) {
            Patience short_ = new Patience(Optional.of(Duration.ofMillis(200)));
            assertEquals(Kind.TIMEOUT, notOpened(opening(peer, short_, false)).kind());
        }
    }

    @Test
    void plainTextInsteadOfTlsIsShown() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 mx\r\n").hear();
            stage.say("220 go ahead\r\n").socket().getInputStream().read();
            stage.say("250 no TLS here\r\n").hold();
        })) {
            Session session = open(peer);
            Failure failure = failed(session.send(line("STARTTLS")));
            assertEquals(Kind.TLS, failure.kind());
            assertEquals("250 no TLS here\r\n", failure.seen().latin1());
            assertEquals(Position.CLOSED, session.state().position());
        }
    }

    @Test
    void tlsOnConnectToAPlainServerSaysSo() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(
                stage -> stage.say("220 mx plain ESMTP\r\n").hold())) {
            Failure failure = notOpened(opening(peer, Patience.BY_THE_BOOK, true));
            assertEquals(Kind.TLS, failure.kind());
            assertTrue(failure.seen().latin1().startsWith("220 mx plain"));
        }
    }

    @Test
    void theNextAddressIsTriedWhenOneIsDead() throws Exception {
        int dead;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
            dead = closed.getLocalPort();
        }
        try (ScriptedPeer peer =
                ScriptedPeer.playing(stage -> stage.say("220 mx\r\n").hold())) {
            List<Target> targets =
                    List.of(new Target("mx.example.net", InetAddress.getByName("127.0.0.2"), dead), target(peer));
            Opening opening = opener(Patience.BY_THE_BOOK, false).open(targets, Tap.NONE);
            assertInstanceOf(Opening.Opened.class, opening);
            assertTrue(events.stream().anyMatch(event -> event instanceof SessionEvent.ConnectFailed));
        }
    }

    private static String octets(String marks) {
        String alert = "\u0015\u0003\u0001\u0000\u0002\u0002\u0050";
        return marks.replace("~", "\r\n").replace("^", "\n").replace("{alert}", alert);
    }

    private Exchange unexpected() {
        return events.stream()
                .filter(event -> event instanceof SessionEvent.Unexpected)
                .map(event -> ((SessionEvent.Unexpected) event).exchange())
                .findFirst()
                .orElseThrow();
    }

    private Session open(ScriptedPeer peer) {
        return open(peer, Patience.BY_THE_BOOK);
    }

    private Session open(ScriptedPeer peer, Patience patience) {
        return assertInstanceOf(Opening.Opened.class, opening(peer, patience, false))
                .session();
    }

    private Opening opening(ScriptedPeer peer, Patience patience, boolean tls) {
        return opener(patience, tls).open(List.of(target(peer)), Tap.NONE);
    }

    private Opener opener(Patience patience, boolean tls) {
        SessionSettings settings =
                new SessionSettings(patience, ReplyLimits.DEFAULT, TlsChoice.DEFAULT, Anchors.system(), tls);
        TcpDialer dialer = new TcpDialer(DialOptions.DEFAULT, LinkLimits.DEFAULT);
        return new Opener(dialer, settings, Clock.systemUTC(), events::add);
    }

    private static Target target(ScriptedPeer peer) {
        return new Target("mx.example.net", InetAddress.getLoopbackAddress(), peer.port());
    }

    private static Command line(String typed) {
        return new Command.Line(Octets.latin1(typed));
    }

    private static Exchange answered(Outcome outcome) {
        return assertInstanceOf(Outcome.Answered.class, outcome).exchange();
    }

    private static Failure failed(Outcome outcome) {
        return assertInstanceOf(Outcome.Failed.class, outcome).failure();
    }

    private static Failure notOpened(Opening opening) {
        return assertInstanceOf(Opening.NotOpened.class, opening).failure();
    }
}
