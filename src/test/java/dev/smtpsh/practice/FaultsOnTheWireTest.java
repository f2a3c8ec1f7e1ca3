package dev.smtpsh.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.practice.PracticeEvent.Parting;
import dev.smtpsh.practice.dialogue.DialogueLimits;
import dev.smtpsh.practice.scenario.Scenario;
import dev.smtpsh.practice.scenario.ScenarioFile;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import dev.smtpsh.smtp.Octets;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Faults as a client without any SMTP of its own sees them, over a real socket. */
@Timeout(30)
class FaultsOnTheWireTest {
    private static final String HEAD = "name: x\ntitle: X\nabout: An x.\nhost: mx.test\nkeywords: [STARTTLS]\nturns:\n";
    private static final String GREETING = "220 mx.test ESMTP smtpsh practice server\r\n";

    private final EventLog log = new EventLog();
    private PracticeServer server;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void silence_instead_of_a_greeting_lasts_until_the_client_goes() throws Exception {
        start(ShippedScenarios.named("silent").orElseThrow(), PracticeLimits.DEFAULT);
        try (RawClient client = new RawClient(server)) {
            client.send("EHLO client.test\r\n");
            log.await(PracticeEvent.Received.class::isInstance);
        }
        assertEquals(Parting.CLIENT_CLOSED, log.awaitClosed());
        assertTrue(log.events().stream().noneMatch(PracticeEvent.Replied.class::isInstance));
    }

    @Test
    void a_drop_after_the_reply_ends_the_connection() throws Exception {
        start("  - {when: noop, faults: [drop: after]}\n");
        try (RawClient client = new RawClient(server)) {
            client.readTo(GREETING);
            client.send("NOOP\r\n");
            assertEquals("250 Nothing done\r\n", client.readAll());
        }
        assertEquals(Parting.SERVER_DROPPED, log.awaitClosed());
    }

    @Test
    void a_reset_is_a_reset() throws Exception {
        start("  - {when: noop, faults: [reset]}\n");
        try (RawClient client = new RawClient(server)) {
            client.readTo(GREETING);
            client.send("NOOP\r\n");
            SocketException reset = assertThrows(SocketException.class, client::readAll);
            assertTrue(reset.getMessage().contains("reset"), reset.getMessage());
        }
        assertEquals(Parting.SERVER_RESET, log.awaitClosed());
    }

    @Test
    void a_reply_can_be_cut_and_the_rest_never_comes() throws Exception {
        start("  - {when: connect, faults: [cut: 9, drop]}\n");
        try (RawClient client = new RawClient(server)) {
            assertEquals("220 mx.te", client.readAll());
        }
    }

    @Test
    void an_endless_reply_ends_at_the_flood_limit() throws Exception {
        start("  - {when: ehlo, faults: [endless-reply]}\n  - {when: helo, faults: [endless-line, drop: after]}\n");
        try (RawClient client = new RawClient(server)) {
            client.readTo(GREETING);
            client.send("HELO client.test\r\n");
            long octets = client.count();
            assertTrue(octets > 1_000_000 && octets < 1_100_000, "octets: " + octets);
        }
    }

    @Test
    void a_drip_comes_octet_by_octet_and_is_told_so() throws Exception {
        start("  - {when: noop, faults: [drip: 1ms]}\n");
        try (RawClient client = new RawClient(server)) {
            client.readTo(GREETING);
            client.send("NOOP\r\nQUIT\r\n");
            assertEquals("250 Nothing done\r\n221 mx.test says goodbye\r\n", client.readAll());
        }
        assertEquals(Parting.SERVER_CLOSED, log.awaitClosed());
        List<Octets> pieces = log.events().stream()
                .filter(PracticeEvent.Replied.class::isInstance)
                .map(event -> ((PracticeEvent.Replied) event).octets())
                .toList();
        assertEquals(1 + "250 Nothing done\r\n".length() + 1, pieces.size());
    }

    @Test
    void a_421_comes_unasked_when_the_client_is_quiet() throws Exception {
        start("  - {when: idle, after: 100ms, reply: 421 4.4.2 Too slow, faults: [close]}\n");
        try (RawClient client = new RawClient(server)) {
            assertEquals(GREETING + "421 4.4.2 Too slow\r\n", client.readAll());
        }
        assertEquals(Parting.SERVER_CLOSED, log.awaitClosed());
    }

    @Test
    void plain_text_behind_starttls_from_the_client_is_thrown_away_and_told() throws Exception {
        start("  - {when: noop, reply: 250 ok}\n");
        try (RawClient client = new RawClient(server)) {
            client.readTo(GREETING);
            client.send("STARTTLS\r\nRSET\r\n");
            assertEquals("220 Ready to start TLS\r\n", client.readTo("\r\n"));
            PracticeEvent.Discarded discarded =
                    (PracticeEvent.Discarded) log.await(PracticeEvent.Discarded.class::isInstance);
            assertEquals("RSET\r\n", discarded.octets().latin1());
        }
        assertEquals(Parting.TLS_FAILED, log.awaitClosed());
    }

    @Test
    void plain_text_can_come_instead_of_tls() throws Exception {
        start("  - {when: starttls, faults: [plain-instead-of-tls: \"250 what?\\r\\n\"]}\n");
        try (RawClient client = new RawClient(server)) {
            client.readTo(GREETING);
            client.send("STARTTLS\r\n");
            assertEquals("220 Ready to start TLS\r\n", client.readTo("\r\n"));
            client.send("\u0016\u0003\u0001");
            assertEquals("250 what?\r\n", client.readTo("\r\n"));
        }
    }

    @Test
    void what_came_is_told_exactly() throws Exception {
        start("  - {when: quit, reply: 221 bye}\n");
        try (RawClient client = new RawClient(server)) {
            client.send("NOOP \u00ff\nnoop\r\nQUIT\r\n");
            client.readAll();
        }
        log.awaitClosed();
        String received = log.events().stream()
                .filter(PracticeEvent.Received.class::isInstance)
                .map(event -> ((PracticeEvent.Received) event).line().latin1())
                .collect(Collectors.joining("|"));
        assertEquals("NOOP \u00ff\n|noop\r\n|QUIT\r\n", received);
    }

    @Test
    void a_line_of_a_megabyte_is_answered_with_500_and_forgotten() throws Exception {
        start("  - {when: quit, reply: 221 bye}\n");
        try (RawClient client = new RawClient(server)) {
            client.readTo(GREETING);
            client.send("x".repeat(1_000_000) + "\r\nQUIT\r\n");
            assertEquals("500 Line too long\r\n221 bye\r\n", client.readAll());
        }
    }

    @Test
    void a_client_that_makes_mistakes_for_ever_is_sent_away() throws Exception {
        start("  - {when: quit, reply: 221 bye}\n");
        try (RawClient client = new RawClient(server)) {
            client.readTo(GREETING);
            client.send("WHAT\r\n".repeat(101));
            String all = client.readAll();
            assertTrue(all.endsWith("421 mx.test Too many errors, closing\r\n"), all);
        }
    }

    @Test
    void closing_the_server_ends_a_delayed_reply_too() throws Exception {
        start("  - {when: noop, faults: [delay: 1h]}\n");
        try (RawClient client = new RawClient(server)) {
            client.readTo(GREETING);
            client.send("NOOP\r\n");
            log.await(PracticeEvent.Misbehaved.class::isInstance);
            server.close();
            assertEquals(Parting.SERVER_DROPPED, log.awaitClosed());
        }
    }

    private void start(String turns) throws IOException {
        ScenarioFile file = ScenarioFile.read("x.yaml", HEAD + turns);
        start(file.scenario().orElseThrow(() -> new AssertionError(file.complaints())), small());
    }

    private void start(Scenario scenario, PracticeLimits limits) throws IOException {
        server = PracticeServer.start(scenario, Setup.ordinary().toldTo(log).within(limits));
    }

    private static PracticeLimits small() {
        return new PracticeLimits(
                5,
                10,
                100_000,
                10,
                1_000_000,
                Duration.ofHours(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                DialogueLimits.DEFAULT);
    }
}
