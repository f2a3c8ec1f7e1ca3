package dev.smtpsh.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.practice.dialogue.DialogueLimits;
import dev.smtpsh.practice.dialogue.ServerDialogue;
import dev.smtpsh.practice.dialogue.Surroundings;
import dev.smtpsh.practice.fault.Act;
import dev.smtpsh.practice.fault.Fault;
import dev.smtpsh.practice.mail.StoredMessage;
import dev.smtpsh.practice.scenario.Moment;
import dev.smtpsh.practice.scenario.Scenario;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.reply.ReplyLimits;
import dev.smtpsh.smtp.reply.ReplyParser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever a client sends, a server that keeps to the book answers each line with one flawless reply. */
class HostileClientTest {
    private static final String[] PIECES = {
        "EHLO ",
        "HELO ",
        "MAIL FROM:",
        "RCPT TO:",
        "<amy@practice.test>",
        "<>",
        "<",
        ">",
        "\"",
        "\\",
        "@",
        "@x,@y:",
        "DATA",
        "RSET",
        "NOOP",
        "VRFY ",
        "AUTH PLAIN ",
        "AUTH LOGIN",
        "AGFteQBzM2NyZXRwdw==",
        "STARTTLS",
        "QUIT",
        "HELP",
        "BDAT 1",
        " SIZE=",
        "99999999999999999999",
        "1",
        " BODY=8BITMIME",
        " SMTPUTF8",
        " ",
        "\t",
        "\r",
        "\0",
        "\u00ff\u00fe",
        "\u00c3\u00bc",
        "\u00c2\u009b",
        ".",
        "*",
        "=",
        "[1.2.3.4]",
        "[IPv6:::1]",
        "client.test",
        "{path}",
        "%s",
        "\u001b[2J",
        "Postmaster"
    };

    private static final String[] WELL_FORMED = {
        "EHLO client.test",
        "STARTTLS",
        "AUTH PLAIN AGFteQBzM2NyZXRwdw==",
        "MAIL FROM:<>",
        "RCPT TO:<amy@practice.test>",
        "DATA",
        ".",
        "AUTH LOGIN",
        "YW15",
        "czNjcmV0cHc="
    };

    @Test
    void each_line_gets_one_reply_without_defects() {
        Random random = new Random(5321);
        for (String name : List.of("normal", "strict", "auth", "plain", "full", "nouser")) {
            Scenario scenario = ShippedScenarios.named(name).orElseThrow();
            for (int conversation = 0; conversation < 200; conversation++) {
                converse(new ServerDialogue(scenario, DialogueLimits.DEFAULT, new Nowhere()), random);
            }
        }
        assertTrue(stored > 100 && logins > 100, "the conversations went deep: " + stored + ", " + logins);
    }

    private int stored;
    private int logins;

    private void converse(ServerDialogue dialogue, Random random) {
        dialogue.opened();
        for (int i = 0; i < 60; i++) {
            Octets line = line(random);
            List<Act> acts = dialogue.line(line, random.nextInt(50) == 0);
            if (acts.isEmpty()) {
                // Within a message only; its end is among the pieces.
                continue;
            }
            if (acts.get(0) instanceof Act.Handshake handshake) {
                assertFlawless(handshake.lastPlain(), line);
                dialogue.secured();
                continue;
            }
            assertFlawless(((Act.Send) acts.get(0)).octets(), line);
            if (acts.size() > 1) {
                assertEquals(new Act.Leave(Act.Way.CLOSE), acts.get(1));
                return;
            }
        }
    }

    private static Octets line(Random random) {
        if (random.nextInt(3) > 0) {
            return Octets.latin1(WELL_FORMED[random.nextInt(WELL_FORMED.length)] + "\r\n");
        }
        StringBuilder line = new StringBuilder();
        for (int pieces = random.nextInt(6); pieces >= 0; pieces--) {
            line.append(PIECES[random.nextInt(PIECES.length)]);
        }
        if (random.nextInt(40) == 0) {
            line.append("x".repeat(random.nextInt(13_000)));
        }
        return Octets.latin1(line + (random.nextInt(20) == 0 ? "\n" : "\r\n"));
    }

    private static void assertFlawless(Octets sent, Octets line) {
        ReplyParser parser = new ReplyParser(ReplyLimits.DEFAULT);
        Optional<Reply> reply = Optional.empty();
        int from = 0;
        for (int i = 0; i < sent.length(); i++) {
            if (sent.at(i) == '\n') {
                assertTrue(reply.isEmpty(), () -> "two replies to " + line + ": " + sent);
                reply = parser.accept(sent.slice(from, i + 1));
                from = i + 1;
            }
        }
        assertEquals(sent.length(), from);
        assertEquals(Set.of(), reply.orElseThrow().defects(), () -> "to " + line + ": " + sent);
    }

    /** Surroundings in which nothing is remembered. */
    private final class Nowhere implements Surroundings {
        @Override
        public void greeted(String name) {}

        @Override
        public void later(Duration by) {}

        @Override
        public void reached(int task) {}

        @Override
        public String client() {
            return "127.0.0.1";
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public Instant firstSeen(String client, String reversePath, String forwardPath) {
            return Instant.EPOCH.minus(Duration.ofDays(1));
        }

        @Override
        public void noteFrequency(Moment moment) {}

        @Override
        public int frequency(Moment moment, Duration within) {
            return 1;
        }

        @Override
        public int connections() {
            return 1;
        }

        @Override
        public String nextId() {
            return "P1";
        }

        @Override
        public String chance() {
            return "chance";
        }

        @Override
        public void stored(StoredMessage message) {
            assertTrue(message.recipients().size() > 0);
            stored++;
        }

        @Override
        public void loggedIn(String user) {
            assertEquals("amy", user);
            logins++;
        }

        @Override
        public void misbehaved(Fault fault) {}
    }
}
