package dev.smtpsh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.Postfix;
import dev.smtpsh.peers.Program;
import dev.smtpsh.peers.Smtpsh;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** BDAT (RFC 3030) and pipelined groups by hand, judged by Postfix. */
@Timeout(120)
class ChunkIT {
    @TempDir
    Path folder;

    @Test
    void chunks_from_a_file_from_a_text_and_typed_arrive_as_one_message() throws Exception {
        Path file = Files.writeString(folder.resolve("head.eml"), "Subject: chunks\r\n\r\n");
        try (Postfix postfix = Postfix.start()) {
            Program.Result ran = Smtpsh.with("--yes", "127.0.0.1:" + postfix.port())
                    .input("""
                            EHLO probe.test
                            raw "MAIL FROM:<>\\r\\nRCPT TO:<amy@practice.test>\\r\\n"
                            chunk %s
                            chunk "first\\r\\n"
                            BDAT 19 LAST
                            .second
                            third...
                            NOOP
                            QUIT
                            """.formatted(file))
                    .run();
            assertEquals(0, ran.exit(), ran.out() + ran.err());
            assertTrue(ran.out().contains("C: BDAT 19"), ran.out());
            assertTrue(ran.out().contains("C: RCPT TO:<amy@practice.test>\nS: 250 2.1.5 Ok"), ran.out());
            assertTrue(ran.out().contains("C: NOOP\nS: 250 2.0.0 Ok"), ran.out());
            while (postfix.mailOf("amy").isEmpty()) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            assertTrue(
                    postfix.mailOf("amy").get(0).contains("\n\nfirst\n.second\nthird..."),
                    postfix.mailOf("amy").get(0));
        }
    }
}
