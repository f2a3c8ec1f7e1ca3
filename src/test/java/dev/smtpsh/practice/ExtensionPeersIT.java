package dev.smtpsh.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.Peers;
import dev.smtpsh.peers.Program;
import dev.smtpsh.practice.mail.StoredMessage;
import dev.smtpsh.practice.scenario.ScenarioFile;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs made by others use what the server offers: STARTTLS with a login, PIPELINING, DSN, SMTPUTF8, SIZE, 8BITMIME. */
@Timeout(120)
class ExtensionPeersIT {
    @TempDir
    Path folder;

    @Test
    void curl_starts_tls_trusts_the_authority_and_logs_in() throws Exception {
        Peers.require("curl");
        try (PracticeServer server = start("auth")) {
            Path message = Files.writeString(folder.resolve("message"), "Subject: x\r\n\r\n.x\r\n");
            Program.of(
                            "curl",
                            "--silent",
                            "--show-error",
                            "--ssl-reqd",
                            "--cacert",
                            trusted(server).toString(),
                            "--url",
                            "smtp://localhost:" + server.port() + "/client.test",
                            "--ipv4",
                            "--user",
                            "amy:s3cretpw",
                            "--mail-from",
                            "amy@practice.test",
                            "--mail-rcpt",
                            "bob@practice.test",
                            "--upload-file",
                            message.toString())
                    .run()
                    .wentWell();
            StoredMessage stored = server.mailroom().messages().get(0);
            assertEquals(Optional.of("amy"), stored.user());
            assertTrue(stored.secured());
            // curl announces the size (RFC 1870).
            assertEquals(List.of("SIZE=18"), stored.parameters());
        }
    }

    @Test
    void curl_is_told_that_a_message_is_too_big() throws Exception {
        Peers.require("curl");
        try (PracticeServer server = start("size")) {
            Path message = Files.writeString(folder.resolve("message"), "Subject: x\r\n\r\n" + "x\r\n".repeat(1000));
            Program.Result refused = Program.of(
                            "curl",
                            "--verbose",
                            "--url",
                            "smtp://127.0.0.1:" + server.port() + "/client.test",
                            "--mail-from",
                            "amy@practice.test",
                            "--mail-rcpt",
                            "bob@practice.test",
                            "--upload-file",
                            message.toString())
                    .run();
            assertTrue(refused.err().contains("< 552 5.3.4"), refused.err());
            assertEquals(List.of(), server.mailroom().messages());
        }
    }

    @Test
    void msmtp_starts_tls_and_asks_for_delivery_notifications() throws Exception {
        Peers.require("msmtp");
        try (PracticeServer server = start("auth")) {
            String settings = String.join(
                    "\n",
                    "account default",
                    "host localhost",
                    "port " + server.port(),
                    "domain client.test",
                    "from amy@practice.test",
                    "tls on",
                    "tls_starttls on",
                    "tls_trust_file " + trusted(server),
                    "auth scram-sha-256",
                    "user amy",
                    "password s3cretpw",
                    "dsn_notify failure,delay",
                    "dsn_return headers",
                    "");
            Path file = Files.writeString(folder.resolve("msmtprc"), settings);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            Program.of("msmtp", "--file=" + file, "bob@practice.test")
                    .input("Subject: x\n\nx\n")
                    .run()
                    .wentWell();
            StoredMessage stored = server.mailroom().messages().get(0);
            assertTrue(stored.secured());
            assertTrue(stored.parameters().contains("RET=HDRS"), stored.parameters()::toString);
            assertEquals(
                    List.of("NOTIFY=FAILURE,DELAY"), stored.recipients().get(0).parameters());
        }
    }

    @Test
    void swaks_sends_its_commands_in_one_go() throws Exception {
        Peers.require("swaks");
        try (PracticeServer server = start("normal")) {
            Program.Result result = Program.of(
                            "swaks",
                            "--pipeline",
                            "--server",
                            "127.0.0.1:" + server.port(),
                            "--helo",
                            "client.test",
                            "--from",
                            "jo@client.test",
                            "--to",
                            "amy@practice.test,zoe@practice.test,bob@practice.test")
                    .run();
            assertTrue(result.out().contains(" -> DATA\n<-  250 2.1.0 Sender"), result.out());
            assertEquals(2, server.mailroom().messages().get(0).recipients().size(), result.out());
        }
    }

    @Test
    void python_sends_addresses_and_text_beyond_ascii() throws Exception {
        Peers.require("python3");
        String scenario =
                ShippedScenarios.source("normal").orElseThrow().replace("bob, postmaster", "bob, \"b\u00f6b\"");
        ScenarioFile file = ScenarioFile.read("normal.yaml", scenario);
        try (PracticeServer server = PracticeServer.start(file.scenario().orElseThrow(), Setup.ordinary())) {
            String program = String.join(
                    "\n",
                    "import smtplib, sys",
                    "from email.message import EmailMessage",
                    "message = EmailMessage()",
                    "message['Subject'] = 'gr\u00fc\u00dfe'",
                    "message['From'] = 'j\u00f6@client.test'",
                    "message['To'] = 'b\u00f6b@practice.test'",
                    "message.set_content('\u00e4', cte='8bit')",
                    "with smtplib.SMTP('127.0.0.1', int(sys.argv[1]), 'client.test', timeout=20) as client:",
                    "    client.send_message(message, mail_options=['RET=HDRS'], rcpt_options=['NOTIFY=NEVER'])");
            Path script = Files.writeString(folder.resolve("utf8.py"), program);
            Program.of("python3", script.toString(), "" + server.port()).run().wentWell();
            StoredMessage stored = server.mailroom().messages().get(0);
            assertEquals("j\u00f6@client.test", stored.reversePath());
            assertTrue(
                    stored.parameters().containsAll(List.of("SMTPUTF8", "BODY=8BITMIME", "RET=HDRS")),
                    stored.parameters()::toString);
            assertEquals(List.of("NOTIFY=NEVER"), stored.recipients().get(0).parameters());
            assertTrue(stored.content().text().contains("Subject: gr\u00fc\u00dfe"), stored.content()::text);
        }
    }

    private static PracticeServer start(String scenario) throws IOException {
        return PracticeServer.start(ShippedScenarios.named(scenario).orElseThrow(), Setup.ordinary());
    }

    private Path trusted(PracticeServer server) throws IOException, CertificateEncodingException {
        byte[] encoded = server.authority().certificate().getEncoded();
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(encoded);
        return Files.writeString(
                folder.resolve("authority.pem"),
                "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    }
}
