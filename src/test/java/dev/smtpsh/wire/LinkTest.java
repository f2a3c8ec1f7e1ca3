package dev.smtpsh.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.ScriptedPeer;
import dev.smtpsh.smtp.Octets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LinkTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(100);

    @Test
    void linesComeOutAsTheyWentIn() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(
                        stage -> stage.say("220 a\r\n250-b\n\r\nrest").hold());
                Link link = dial(peer)) {
            assertEquals("220 a\r\n", line(link));
            assertEquals("250-b\n", line(link));
            assertEquals("\r\n", line(link));
            Incoming none = link.line(Deadline.in(SHORT));
            assertEquals(
                    "rest",
                    assertInstanceOf(Incoming.TimedOut.class, none).partial().latin1());
        }
    }

    @Test
    void aHalfLineAtTheDeadlineIsNotLost() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
                    stage.say("25");
                    asked.await(10, TimeUnit.SECONDS);
                    stage.say("0 ok\r\n").hold();
                });
                Link link = dial(peer)) {
            assertInstanceOf(Incoming.TimedOut.class, link.line(Deadline.in(SHORT)));
            asked.countDown();
            assertEquals("250 ok\r\n", line(link));
        }
    }

    @Test
    void slowDripDoesNotMoveTheDeadline() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
                    while (true) {
                        stage.say("2");
                        stage.socket().setSoTimeout(20);
                        try {
                            stage.hear();
                        } catch (java.net.SocketTimeoutException e) {
                            // That was the pause between two drops.
                        }
                    }
                });
                Link link = dial(peer)) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () -> assertInstanceOf(Incoming.TimedOut.class, link.line(Deadline.in(Duration.ofMillis(300)))));
        }
    }

    @Test
    void anEndlessLineIsCutAndItsRestDropped() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
                    for (int i = 0; i < 400; i++) {
                        stage.say("x".repeat(10_000));
                    }
                    stage.say("\r\n250 next\r\n").hold();
                });
                Link link = dial(peer)) {
            Incoming.Line cut = assertInstanceOf(Incoming.Line.class, link.line(Deadline.in(LONG)));
            assertTrue(cut.cut());
            assertEquals(LinkLimits.DEFAULT.lineCut(), cut.octets().length());
            assertEquals("250 next\r\n", line(link));
        }
    }

    @Test
    void aFloodWaitsInTheNetworkNotInMemory() throws Exception {
        CountDownLatch flooded = new CountDownLatch(1);
        LinkLimits small = new LinkLimits(64 * 1024, 1024);
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
                    flooded.countDown();
                    for (int i = 0; i < 200_000; i++) {
                        stage.say("250-" + "y".repeat(96) + "\r\n");
                    }
                    stage.say("250 end\r\n").hold();
                });
                Link link = dial(peer, small)) {
            flooded.await();
            String line = line(link);
            int count = 1;
            while (line.charAt(3) == '-') {
                line = line(link);
                count++;
            }
            assertEquals(200_001, count);
        }
    }

    @Test
    void interruptingAWaitLosesNothing() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
                    stage.say("250 la");
                    go.await(10, TimeUnit.SECONDS);
                    stage.say("te\r\n").hold();
                });
                Link link = dial(peer)) {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, () -> link.line(Deadline.in(LONG)));
            go.countDown();
            assertEquals("250 late\r\n", line(link));
        }
    }

    @Test
    void tellsHowAConnectionEnded() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> stage.say("220 a\r\n"));
                Link link = dial(peer)) {
            assertEquals("220 a\r\n", line(link));
            assertEquals(new Incoming.Ended(Ending.CLOSED), link.line(Deadline.in(LONG)));
        }
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
                    stage.hear();
                    stage.reset();
                });
                Link link = dial(peer)) {
            link.send(Octets.latin1("NOOP\r\n"), Deadline.in(LONG));
            assertEquals(new Incoming.Ended(Ending.RESET), link.line(Deadline.in(LONG)));
        }
    }

    @Test
    void aPeerThatStopsReadingEndsAtTheDeadline() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(ScriptedPeer.Stage::hold);
                Link link = dial(peer)) {
            Octets much = Octets.of(new byte[64 * 1024 * 1024]);
            WireException e =
                    assertThrows(WireException.class, () -> link.send(much, Deadline.in(Duration.ofMillis(500))));
            assertEquals(WireException.Trouble.TIMED_OUT, e.trouble());
        }
    }

    @Test
    void theTapSeesWhatWentBothWaysButNoSecret() throws Exception {
        StringBuffer seen = new StringBuffer();
        Tap tap = new Tap() {
            @Override
            public void received(Octets octets, boolean secured, long at) {
                seen.append("S ").append(octets.latin1());
            }

            @Override
            public void sent(Octets octets, boolean secured, long at) {
                seen.append("C ").append(octets.latin1());
            }
        };
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.hear();
            stage.say("235 ok\r\n").hearAll();
        })) {
            try (Link link = new TcpDialer(DialOptions.DEFAULT, LinkLimits.DEFAULT).dial(target(peer), tap)) {
                link.send(
                        Octets.latin1("AUTH PLAIN secret\r\n"), Octets.latin1("AUTH PLAIN ***\r\n"), Deadline.in(LONG));
                line(link);
            }
            assertEquals("AUTH PLAIN secret\r\n", peer.received());
            assertEquals("C AUTH PLAIN ***\r\nS 235 ok\r\n", seen.toString());
        }
    }

    @Test
    void countedOctetsCrossLines() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(
                        stage -> stage.say("BDAT 5\r\na\r\nbcNOOP\r\n").hold());
                Link link = dial(peer)) {
            assertEquals("BDAT 5\r\n", line(link));
            assertEquals("a\r\nbc", link.octets(5, Deadline.in(LONG)).latin1());
            assertEquals("NOOP\r\n", line(link));
        }
    }

    @Test
    void aClosedPortIsRefused() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        Target target = new Target("localhost", InetAddress.getLoopbackAddress(), port);
        WireException e = assertThrows(
                WireException.class,
                () -> new TcpDialer(DialOptions.DEFAULT, LinkLimits.DEFAULT).dial(target, Tap.NONE));
        assertEquals(WireException.Trouble.REFUSED, e.trouble());
    }

    @Test
    void connectsFromAChosenAddressAndPortOrSaysWhyNot() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 " + stage.socket().getInetAddress().getHostAddress() + "\r\n")
                    .hold();
        })) {
            DialOptions from =
                    new DialOptions(LONG, Optional.of(InetAddress.getByName("127.0.0.9")), 0, Optional.empty());
            try (Link link = new TcpDialer(from, LinkLimits.DEFAULT).dial(target(peer), Tap.NONE)) {
                assertEquals("220 127.0.0.9\r\n", line(link));
            }
        }
        try (ScriptedPeer peer = ScriptedPeer.playing(ScriptedPeer.Stage::hold)) {
            DialOptions foreign =
                    new DialOptions(LONG, Optional.of(InetAddress.getByName("192.0.2.1")), 0, Optional.empty());
            WireException e = assertThrows(
                    WireException.class, () -> new TcpDialer(foreign, LinkLimits.DEFAULT).dial(target(peer), Tap.NONE));
            assertEquals(WireException.Trouble.LOCAL_ADDRESS, e.trouble());
        }
    }

    private static Link dial(ScriptedPeer peer) throws IOException {
        return dial(peer, LinkLimits.DEFAULT);
    }

    private static Link dial(ScriptedPeer peer, LinkLimits limits) throws IOException {
        return new TcpDialer(DialOptions.DEFAULT, limits).dial(target(peer), Tap.NONE);
    }

    private static Target target(ScriptedPeer peer) {
        return new Target("localhost", InetAddress.getLoopbackAddress(), peer.port());
    }

    private static String line(Link link) throws InterruptedException {
        return assertInstanceOf(Incoming.Line.class, link.line(Deadline.in(LONG)))
                .octets()
                .latin1();
    }
}
