package dev.smtpsh.shell.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.dns.DomainName;
import dev.smtpsh.dns.Family;
import dev.smtpsh.dns.query.NameService;
import dev.smtpsh.peers.NameServer;
import dev.smtpsh.peers.ScriptedPeer;
import dev.smtpsh.session.Failure;
import dev.smtpsh.session.Opening;
import dev.smtpsh.session.Session;
import dev.smtpsh.session.SessionEvent;
import dev.smtpsh.session.setting.Patience;
import dev.smtpsh.session.setting.SessionSettings;
import dev.smtpsh.smtp.reply.ReplyLimits;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.client.TlsChoice;
import dev.smtpsh.wire.DialOptions;
import dev.smtpsh.wire.LinkLimits;
import dev.smtpsh.wire.TcpDialer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From {@code @DOMAIN} to a conversation with the best host that can be reached. */
@Timeout(30)
class DomainRouteTest {
    private final List<String> skipped = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private NameServer server;

    @BeforeEach
    void start() throws IOException {
        server = NameServer.start().zone("example.test");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void everyHostIsAStopWithItsAddressesOrTheReasonWhyNot() {
        server.add("example.test", "MX", "20 mx2.example.test.")
                .add("example.test", "MX", "10 mx1.example.test.")
                .add("example.test", "MX", "30 gone.example.test.")
                .add("example.test", "MX", "40 .")
                .add("mx1.example.test", "AAAA", "::1")
                .add("mx2.example.test", "A", "127.0.0.2")
                .add("mx2.example.test", "A", "127.0.0.1");
        assertEquals(
                List.of(
                        "mx1.example.test [0:0:0:0:0:0:0:1] ",
                        "mx2.example.test [127.0.0.2, 127.0.0.1] ",
                        "gone.example.test [] does not lead to an address: gone.example.test does not exist (NXDOMAIN)",
                        ". [] is a null MX"),
                described(connector(Family.ANY).route(domain(25)).orElseThrow()));
        assertEquals(
                "mx1.example.test [] has no IPv4 address",
                described(connector(Family.IPV4).route(domain(25)).orElseThrow())
                        .get(0));
    }

    @Test
    void addressesThatAreDeadAreToldAndTheNextHostIsTried() throws Exception {
        try (ScriptedPeer peer = peer()) {
            server.add("example.test", "MX", "10 mx1.example.test.")
                    .add("example.test", "MX", "20 mx2.example.test.")
                    .add("mx1.example.test", "A", "127.0.0.3")
                    .add("mx1.example.test", "A", "127.0.0.4")
                    .add("mx2.example.test", "A", "127.0.0.5")
                    .add("mx2.example.test", "A", "127.0.0.1");
            Opening.Opened opened = assertInstanceOf(Opening.Opened.class, open(peer.port()));
            Session session = opened.session();
            assertEquals("mx2.example.test", session.target().name());
            assertEquals("127.0.0.1", session.localAddress().getHostAddress());
            assertEquals(1, skipped.size());
            assertTrue(skipped.get(0).contains("mx1.example.test (127.0.0.4:"), skipped.get(0));
            // Every other dead address is told when it is passed by.
            assertEquals(2, events.size(), events.toString());
            assertTrue(events.get(0).contains("127.0.0.3:") && events.get(1).contains("127.0.0.5:"), events.toString());
            session.drop();
        }
    }

    @Test
    void whenNobodyAnswersEveryReasonIsGiven() throws Exception {
        for (int i = 1; i <= 12; i++) {
            server.add("example.test", "MX", i + " mx" + i + ".example.test.")
                    .add("mx" + i + ".example.test", "A", "127.0.0." + (10 + i));
        }
        Failure failure =
                assertInstanceOf(Opening.NotOpened.class, open(closedPort())).failure();
        assertEquals(Failure.Kind.UNREACHABLE, failure.kind());
        assertEquals("none of the first 10 mail hosts of example.test could be reached", failure.what());
        assertTrue(failure.why().contains("mx10.example.test") && !failure.why().contains("mx11"), failure.why());
        assertEquals(10, skipped.size());
    }

    @Test
    void aDomainIsOneOfManyThingsThatCannotBeOpened() {
        server.add("example.test", "MX", "0 .");
        Opening.NotOpened nowhere = assertInstanceOf(Opening.NotOpened.class, open(25));
        assertEquals("example.test takes no mail", nowhere.failure().what());
        server.fault("example.test", NameServer.Fault.SILENT);
        Opening.NotOpened silent = assertInstanceOf(Opening.NotOpened.class, open(25));
        assertEquals(Failure.Kind.TIMEOUT, silent.failure().kind());
    }

    @Test
    void anInterruptedLookUpIsNoFailureOfTheNetwork() {
        server.fault("example.test", NameServer.Fault.SILENT);
        Thread.currentThread().interrupt();
        assertEquals(Optional.empty(), connector(Family.ANY).route(domain(25)));
        assertFalse(Thread.interrupted());
    }

    private Opening open(int port) {
        NetConnector connector = connector(Family.ANY);
        Route route = connector.route(domain(port)).orElseThrow();
        return FirstReachable.open(
                route,
                connector,
                event -> {
                    if (event instanceof SessionEvent.ConnectFailed failed) {
                        events.add(failed.why());
                    }
                },
                skipped::add);
    }

    private NetConnector connector(Family family) {
        SessionSettings settings = new SessionSettings(
                new Patience(Optional.of(Duration.ofSeconds(5))),
                ReplyLimits.DEFAULT,
                TlsChoice.DEFAULT,
                Anchors.system(),
                false);
        return new NetConnector(
                NameService.asking(List.of(server.address()), Duration.ofMillis(900)),
                family,
                new TcpDialer(DialOptions.DEFAULT, LinkLimits.DEFAULT),
                settings,
                Clock.systemUTC());
    }

    private static TargetSpec.Domain domain(int port) {
        return new TargetSpec.Domain(DomainName.read("example.test").name().orElseThrow(), port, false);
    }

    private static ScriptedPeer peer() throws IOException {
        return ScriptedPeer.playing(stage -> stage.say("220 mx2\r\n").hold());
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static List<String> described(Route route) {
        List<String> lines = new ArrayList<>();
        for (Route.Stop stop : route.stops()) {
            List<String> addresses = stop.targets().stream()
                    .map(target -> target.address().orElseThrow().getHostAddress())
                    .toList();
            lines.add(stop.host().name() + " " + addresses + " " + stop.skipped());
        }
        return lines;
    }
}
