package dev.smtpsh.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.practice.mail.StoredMessage;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import org.apache.commons.net.smtp.SMTPClient;
import org.apache.commons.net.smtp.SMTPConnectionClosedException;
import org.junit.jupiter.api.Test;

/** Commons Net's own client, which shares no line with ours, finds the server in order. */
class CommonsNetClientTest {
    @Test
    void a_message_arrives_as_it_was_sent() throws IOException {
        try (PracticeServer server = start("normal")) {
            SMTPClient client = connect(server);
            assertEquals(250, client.sendCommand("EHLO", "client.test"));
            assertTrue(client.setSender("carol@client.test"));
            assertTrue(client.addRecipient("amy@practice.test"));
            assertTrue(client.addRecipient("bob@practice.test"));
            assertFalse(client.addRecipient("nobody@practice.test"));
            assertEquals(550, client.getReplyCode());
            try (Writer writer = client.sendMessageData()) {
                writer.write("Subject: dots\n\n.hidden\n..\nend");
            }
            assertTrue(client.completePendingCommand());
            assertTrue(client.logout());
            StoredMessage message = server.mailroom().messages().get(0);
            assertEquals(
                    "Subject: dots\r\n\r\n.hidden\r\n..\r\nend\r\n",
                    message.content().latin1());
            assertEquals("carol@client.test", message.reversePath());
            assertEquals(
                    List.of("amy@practice.test", "bob@practice.test"),
                    message.recipients().stream()
                            .map(StoredMessage.Recipient::path)
                            .toList());
        }
    }

    @Test
    void a_greylisted_recipient_is_taken_later() throws IOException {
        try (PracticeServer server = start("greylist")) {
            SMTPClient client = connect(server);
            client.helo("client.test");
            client.setSender("carol@client.test");
            assertFalse(client.addRecipient("amy@practice.test"));
            assertEquals(451, client.getReplyCode());
            server.clock().later(Duration.ofMinutes(4));
            assertFalse(client.addRecipient("amy@practice.test"));
            server.clock().later(Duration.ofMinutes(1));
            assertTrue(client.addRecipient("amy@practice.test"));
            assertFalse(client.addRecipient("bob@practice.test"));
            client.disconnect();
        }
    }

    @Test
    void one_connection_too_many_is_sent_away_with_421() throws IOException {
        PracticeLimits limits = PracticeLimits.DEFAULT;
        PracticeLimits one = new PracticeLimits(
                1,
                limits.messages(),
                limits.octets(),
                limits.triplets(),
                limits.flood(),
                limits.life(),
                limits.write(),
                limits.handshake(),
                limits.dialogue());
        Setup setup = Setup.ordinary().within(one);
        try (PracticeServer server =
                PracticeServer.start(ShippedScenarios.named("normal").orElseThrow(), setup)) {
            SMTPClient first = connect(server);
            assertEquals(220, first.getReplyCode());
            SMTPClient second = new SMTPClient();
            assertThrows(SMTPConnectionClosedException.class, () -> second.connect(server.address(), server.port()));
            assertEquals(421, second.getReplyCode());
            first.disconnect();
        }
    }

    private static PracticeServer start(String scenario) throws IOException {
        return PracticeServer.start(ShippedScenarios.named(scenario).orElseThrow(), Setup.ordinary());
    }

    private static SMTPClient connect(PracticeServer server) throws IOException {
        SMTPClient client = new SMTPClient();
        client.setDefaultTimeout(10_000);
        client.connect(server.address(), server.port());
        return client;
    }
}
