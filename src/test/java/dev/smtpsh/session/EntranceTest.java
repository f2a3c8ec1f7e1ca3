package dev.smtpsh.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.ScriptedPeer;
import dev.smtpsh.session.setting.Patience;
import dev.smtpsh.session.setting.SessionSettings;
import dev.smtpsh.session.setting.SessionSettings.Entrance;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.reply.ReplyLimits;
import dev.smtpsh.smtp.state.Position;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.client.TlsChoice;
import dev.smtpsh.wire.DialOptions;
import dev.smtpsh.wire.LinkLimits;
import dev.smtpsh.wire.Tap;
import dev.smtpsh.wire.Target;
import dev.smtpsh.wire.TcpDialer;
import dev.smtpsh.wire.way.ProxyHeader;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is sent before the greeting has come. */
@Timeout(30)
class EntranceTest {
    private final List<SessionEvent> events = new ArrayList<>();

    @Test
    void aProxyHeaderComesBeforeAllElse() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            String header = stage.hear();
            stage.say("220 " + header.split(" ")[1] + "\r\n").hold();
        })) {
            ProxyHeader own = new ProxyHeader.Told(1, false, Optional.empty(), Optional.empty());
            Opening.Opened opened = open(peer, new Entrance(Optional.of(own), Octets.EMPTY));
            assertEquals("TCP4", opened.greeting().reply().text());
            opened.session().drop();
            String ours = "PROXY TCP4 127.0.0.1 127.0.0.1 ";
            String received = peer.received();
            assertTrue(received.startsWith(ours) && received.endsWith(" " + peer.port() + "\r\n"), received);
            assertTrue(events.stream().anyMatch(SessionEvent.Introduced.class::isInstance));
        }
    }

    @Test
    void whatIsSaidTooEarlyIsAnsweredBehindTheGreeting() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.hear();
            stage.hear();
            stage.say("220 mx\r\n250-mx\r\n250 SIZE\r\n250 ok\r\n").hold();
        })) {
            Opening.Opened opened =
                    open(peer, new Entrance(Optional.empty(), Octets.latin1("EHLO probe\r\nMAIL FROM:<>\r\n")));
            assertEquals("mx", opened.greeting().reply().text());
            Session session = opened.session();
            assertEquals(2, session.due());
            Exchange ehlo =
                    assertInstanceOf(Outcome.Answered.class, session.await()).exchange();
            assertEquals("EHLO probe", ehlo.command().orElseThrow().redacted().latin1());
            assertInstanceOf(Outcome.Answered.class, session.await());
            assertEquals(Position.MAIL, session.state().position());
        }
    }

    private Opening.Opened open(ScriptedPeer peer, Entrance entrance) {
        SessionSettings settings = new SessionSettings(
                new Patience(Optional.of(Duration.ofSeconds(5))),
                ReplyLimits.DEFAULT,
                TlsChoice.DEFAULT,
                Anchors.system(),
                false);
        Target target = new Target("mx.test", InetAddress.getLoopbackAddress(), peer.port());
        Opening opening = new Opener(
                        new TcpDialer(DialOptions.DEFAULT, LinkLimits.DEFAULT),
                        settings.entering(entrance),
                        Clock.systemUTC(),
                        events::add)
                .open(List.of(target), Tap.NONE);
        return assertInstanceOf(Opening.Opened.class, opening);
    }
}
