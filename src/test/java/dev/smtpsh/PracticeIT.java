package dev.smtpsh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.Program;
import dev.smtpsh.peers.Smtpsh;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code smtpsh practice} as a program: where it listens, what it prints, what it keeps. */
@Timeout(60)
class PracticeIT {
    @TempDir
    Path folder;

    @Test
    void others_are_let_in_only_by_two_words() {
        Program.Result refused = practice("--listen", "0.0.0.0");
        assertEquals(2, refused.exit());
        assertTrue(refused.err().contains("--listen 0.0.0.0 would let other machines in"), refused.err());
        assertTrue(refused.err().contains("--yes-expose"), refused.err());
        assertEquals(2, practice("--listen", "localhost").exit());
    }

    @Test
    void every_mistake_in_a_scenario_is_pointed_at() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"), "name: mine\ntitel: Mine\nabout: x\nhost: h\nturns:\n  - when: rctp\n");
        Program.Result refused = practice("--scenario", file.toString());
        assertEquals(2, refused.exit());
        assertTrue(
                refused.err().contains("mine.yaml:2:1: error: unknown key `titel`; did you mean `title`?"),
                refused.err());
        assertTrue(refused.err().contains("mine.yaml:6:11: error: `rctp` is no moment"), refused.err());
    }

    @Test
    void what_arrives_is_kept_and_a_teacher_reads_who_reached_what() throws Exception {
        Path mail = folder.resolve("mail");
        Process server = new ProcessBuilder(
                        Smtpsh.launcher(), "practice", "class", "--progress", "--mailbox", mail.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader told =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            String first = told.readLine();
            deliver(Integer.parseInt(first.replaceAll(".*:", "")));
            told.readLine();
            told.readLine();
            assertTrue(told.readLine().startsWith("#1 anna.class.test * reached 1 of 7: said hello"), first);
            assertTrue(told.readLine().contains("reached 2 of 7: was put off"), first);
            assertTrue(told.readLine().contains("reached 3 of 7: delivered a message after coming back"), first);
        } finally {
            server.destroy();
        }
        try (Stream<Path> files = Files.list(mail)) {
            List<Path> all = files.toList();
            assertEquals(1, all.size(), all::toString);
            assertTrue(Files.readString(all.get(0)).endsWith("\r\nSubject: x\r\n\r\n.x\r\n"));
        }
    }

    private static void deliver(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String all = "EHLO anna.class.test\r\nMAIL FROM:<jo@client.test>\r\nRCPT TO:<amy@practice.test>\r\n"
                    + "NOOP later 6m\r\nRCPT TO:<amy@practice.test>\r\nDATA\r\n"
                    + "Subject: x\r\n\r\n..x\r\n.\r\nQUIT\r\n";
            socket.getOutputStream().write(all.getBytes(StandardCharsets.US_ASCII));
            String said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertTrue(said.contains("\r\n250 2.0.0 Message taken"), said);
        }
    }

    private static Program.Result practice(String... arguments) {
        List<String> all = new ArrayList<>(List.of("practice"));
        all.addAll(List.of(arguments));
        return Smtpsh.with(all.toArray(String[]::new)).run();
    }
}
