package dev.smtpsh.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.practice.scenario.ShippedScenarios;
import dev.smtpsh.render.teaching.EventLine;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many learners on one port: each is a client apart, and a teacher can read who has reached what. */
@Timeout(30)
class ClassTest {
    private static final String CALL = "RCPT TO:<bob@practice.test>\r\n";

    private final Queue<PracticeEvent> events = new ConcurrentLinkedQueue<>();

    @Test
    void one_learner_moves_the_clock_and_the_others_wait_on() throws Exception {
        try (PracticeServer server = server("class");
                RawClient anna = new RawClient(server);
                RawClient ben = new RawClient(server)) {
            greet(anna, "anna.class.test");
            greet(ben, "ben.class.test");
            assertEquals("451", code(anna, CALL));
            assertEquals("451", code(ben, CALL));
            assertEquals(
                    "250 2.0.0 Nothing done, but your practice clock is 6m further on\r\n",
                    say(anna, "NOOP later 6m\r\n"));
            assertEquals("250", code(anna, CALL));
            assertEquals("451", code(ben, CALL));
        }
    }

    @Test
    void who_comes_back_under_the_same_name_is_known() throws Exception {
        try (PracticeServer server = server("class")) {
            try (RawClient anna = new RawClient(server)) {
                greet(anna, "anna.class.test");
                assertEquals("451", code(anna, CALL));
                say(anna, "NOOP LATER 6m\r\n");
            }
            try (RawClient again = new RawClient(server)) {
                greet(again, "Anna.class.test");
                assertEquals("250", code(again, CALL));
            }
        }
    }

    @Test
    void the_clock_of_all_takes_every_learner_along() throws Exception {
        try (PracticeServer server = server("class");
                RawClient anna = new RawClient(server)) {
            greet(anna, "anna.class.test");
            assertEquals("451", code(anna, CALL));
            server.clock().later(Duration.ofMinutes(6));
            assertEquals("250", code(anna, CALL));
        }
    }

    @Test
    void elsewhere_noop_does_nothing() throws Exception {
        try (PracticeServer server = server("greylist");
                RawClient client = new RawClient(server)) {
            greet(client, "anna.class.test");
            assertEquals("451", code(client, CALL));
            assertEquals("250 2.0.0 Nothing done\r\n", say(client, "NOOP later 6m\r\n"));
            assertEquals("451", code(client, CALL));
        }
    }

    @Test
    void a_wrong_length_is_told_how_to_write_it() throws Exception {
        try (PracticeServer server = server("class");
                RawClient client = new RawClient(server)) {
            greet(client, "anna.class.test");
            assertEquals(
                    "250 2.0.0 Nothing done; NOOP later 10m moves your practice clock\r\n",
                    say(client, "NOOP later soon\r\n"));
        }
    }

    @Test
    void a_task_is_told_once_with_the_name_of_who_reached_it() throws Exception {
        try (PracticeServer server = server("class");
                RawClient anna = new RawClient(server)) {
            greet(anna, "anna.class.test");
            code(anna, CALL);
            code(anna, CALL);
            code(anna, "RCPT TO:<zoe@practice.test>\r\n");
            assertTrue(server.settle(Duration.ofSeconds(20)));
            EventLine log = new EventLine();
            List<String> lines = events.stream()
                    .map(log::of)
                    .filter(line -> line.contains(" * "))
                    .map(line -> line.replaceAll("127.0.0.1:[0-9]+", "ADDRESS"))
                    .toList();
            assertEquals(
                    List.of(
                            "#1 anna.class.test * reached 1 of 7: said hello (task 1, from ADDRESS)",
                            "#1 anna.class.test * reached 2 of 7: was put off (task 3, from ADDRESS)",
                            "#1 anna.class.test * reached 3 of 7: asked for somebody who is not here (task 2, from ADDRESS)"),
                    lines);
        }
    }

    private static void greet(RawClient client, String name) throws IOException {
        client.readTo("\r\n");
        client.send("HELO " + name + "\r\n");
        client.readTo("\r\n");
        client.send("EHLO " + name + "\r\n");
        client.readTo("250 ");
        client.readTo("\r\n");
        say(client, "MAIL FROM:<jo@client.test>\r\n");
    }

    private static String say(RawClient client, String line) throws IOException {
        client.send(line);
        return client.readTo("\r\n");
    }

    private static String code(RawClient client, String line) throws IOException {
        return say(client, line).substring(0, 3);
    }

    private PracticeServer server(String scenario) throws IOException {
        return PracticeServer.start(
                ShippedScenarios.named(scenario).orElseThrow(), Setup.ordinary().toldTo(events::add));
    }
}
