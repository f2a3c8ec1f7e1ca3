package dev.smtpsh.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.practice.scenario.ShippedScenarios;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The practice clock, the count of connections, and when everything has been told. */
@Timeout(60)
class ClockAndCrowdTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Queue<PracticeEvent> events = new ConcurrentLinkedQueue<>();

    @Test
    void aDelayIsOverWhenTheClockIsMovedOn() throws Exception {
        try (PracticeServer server = server("hang-rcpt");
                RawClient client = new RawClient(server)) {
            client.readTo("\r\n");
            client.send("HELO a\r\n");
            client.readTo("\r\n");
            client.send("MAIL FROM:<>\r\n");
            client.readTo("\r\n");
            client.send("RCPT TO:<amy@practice.test>\r\n");
            long began = System.nanoTime();
            // Twenty seconds of the server's time, in five moves; the fault may not have begun at the first.
            while (events.stream().noneMatch(event -> event instanceof PracticeEvent.Misbehaved)) {
                Thread.onSpinWait();
            }
            for (int i = 0; i < 5; i++) {
                assertTrue(server.settle(LONG), "who waits for the clock has nothing to do");
                server.clock().later(Duration.ofSeconds(10));
            }
            assertTrue(client.readTo("\r\n").startsWith("250 2.1.5 "));
            assertTrue(System.nanoTime() - began < Duration.ofSeconds(15).toNanos());
        }
    }

    @Test
    void whatBelongsToAReplyIsToldWhenTheServerHasSettled() throws Exception {
        try (PracticeServer server = server("normal");
                RawClient client = new RawClient(server)) {
            client.readTo("\r\n");
            for (int i = 0; i < 200; i++) {
                client.send("NOOP\r\n");
                client.readTo("\r\n");
                assertTrue(server.settle(LONG));
                assertEquals(
                        i + 2,
                        events.stream()
                                .filter(event -> event instanceof PracticeEvent.Replied)
                                .count());
            }
            client.send("QUIT\r\n");
            client.readAll();
            assertTrue(server.settle(LONG));
            assertTrue(events.stream().anyMatch(event -> event instanceof PracticeEvent.Closed));
        }
    }

    @Test
    void oneConnectionMoreThanAllowedIsTurnedAwayAndAfterQuitThereIsRoomAtOnce() throws Exception {
        try (PracticeServer server = server("rate")) {
            for (int i = 0; i < 50; i++) {
                try (RawClient first = new RawClient(server)) {
                    assertTrue(first.readTo("\r\n").startsWith("220 "));
                    try (RawClient second = new RawClient(server)) {
                        assertTrue(second.readAll().startsWith("421 4.7.0 "));
                    }
                    first.send("QUIT\r\n");
                    assertTrue(first.readTo("\r\n").startsWith("221 "));
                }
            }
        }
    }

    @Test
    void aStoppedServerLetsNobodyWaitForItsClock() throws Exception {
        PracticeServer server = server("hang-rcpt");
        try (RawClient client = new RawClient(server)) {
            client.readTo("\r\n");
            client.send("HELO a\r\nMAIL FROM:<>\r\nRCPT TO:<amy@practice.test>\r\n");
            for (int i = 0; i < 2; i++) {
                client.readTo("\r\n");
            }
            server.close();
            assertTrue(server.settle(LONG));
            assertTrue(events.stream().anyMatch(event -> event instanceof PracticeEvent.Closed));
            assertEquals(List.of(), server.mailroom().messages());
        }
    }

    private PracticeServer server(String scenario) throws IOException {
        return PracticeServer.start(
                ShippedScenarios.named(scenario).orElseThrow(), Setup.ordinary().toldTo(events::add));
    }
}
