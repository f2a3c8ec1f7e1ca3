package dev.smtpsh.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.practice.dialogue.DialogueLimits;
import dev.smtpsh.practice.mail.StoredMessage;
import dev.smtpsh.smtp.Octets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {
    @TempDir
    Path folder;

    @Test
    void a_message_is_a_file_with_its_envelope_before_it() throws IOException {
        Path file = mailbox(3, 10_000).keep(message("P00007", "client.test", "Subject: x\r\n\r\nx\r\n"));
        assertEquals(
                "Return-Path: <jo@client.test>\r\n"
                        + "Envelope-To: <amy@practice.test>,\r\n <b\u00f6b@practice.test>\r\n"
                        + "Received: from client.test\r\n by mx.practice.test id P00007;\r\n"
                        + " Mon, 23 Nov 2026 12:00:00 GMT\r\n"
                        + "Subject: x\r\n\r\nx\r\n",
                Files.readString(file));
        assertTrue(
                file.getFileName().toString().matches("20261123T120000500Z\\.[0-9]+\\.P00007\\.eml"), file::toString);
        assertEquals(List.of(file), files());
    }

    @Test
    void every_octet_is_kept_and_the_last_line_is_whole() throws IOException {
        Path file = mailbox(3, 10_000).keep(message("P1", "c", "Subject: x\r\n\r\n\0\u00ff\n."));
        assertTrue(Files.readString(file, StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n\0\u00ff\n.\r\n"));
    }

    @Test
    void nothing_a_client_says_gets_into_a_name_or_begins_a_line() throws IOException {
        Path file = mailbox(3, 10_000).keep(message("P1", "../../x\r\nBcc: all", "x\r\n"));
        assertEquals(folder.resolve("mail"), file.getParent());
        assertTrue(Files.readString(file).contains("\r\nReceived: from ../../x??Bcc: all\r\n"));
    }

    @Test
    void past_its_bounds_nothing_more_is_written_and_nothing_is_deleted() throws IOException {
        Mailbox few = mailbox(2, 10_000);
        few.keep(message("P1", "c", "x\r\n"));
        few.keep(message("P2", "c", "x\r\n"));
        assertThrows(IOException.class, () -> few.keep(message("P3", "c", "x\r\n")));
        assertEquals(2, files().size());
        Mailbox small = mailbox(10, 300);
        assertThrows(IOException.class, () -> small.keep(message("P4", "c", "x".repeat(300))));
        assertEquals(2, files().size());
    }

    @Test
    void a_folder_that_cannot_be_is_told_before_anything_arrives() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThrows(IOException.class, () -> Mailbox.in(file, "mx.practice.test", PracticeLimits.DEFAULT));
    }

    private Mailbox mailbox(int messages, long octets) throws IOException {
        PracticeLimits limits = new PracticeLimits(
                1,
                messages,
                octets,
                1,
                1,
                Duration.ofHours(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                DialogueLimits.DEFAULT);
        return Mailbox.in(folder.resolve("mail"), "mx.practice.test", limits);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> listed = Files.list(folder.resolve("mail"))) {
            return listed.toList();
        }
    }

    private static StoredMessage message(String id, String name, String content) {
        return new StoredMessage(
                id,
                name,
                Optional.empty(),
                false,
                "jo@client.test",
                List.of(),
                List.of(
                        new StoredMessage.Recipient("amy@practice.test", List.of()),
                        new StoredMessage.Recipient("b\u00f6b@practice.test", List.of())),
                Octets.latin1(content),
                Instant.parse("2026-11-23T12:00:00.5Z"));
    }
}
