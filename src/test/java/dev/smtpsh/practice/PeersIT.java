package dev.smtpsh.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.practice.dialogue.StoredMessage;
import dev.smtpsh.practice.scenario.ScenarioFile;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs made by others find the server in order, and see through its bad certificate. */
@Timeout(120)
class PeersIT {
    @TempDir
    Path folder;

    @Test
    void python_smtplib_logs_in_and_delivers() throws Exception {
        Peer.need("python3", "-c", "import smtplib");
        try (PracticeServer server = start("normal")) {
            String program = String.join(
                    "\n",
                    "import smtplib, ssl, sys",
                    "context = ssl.create_default_context(cafile=sys.argv[2])",
                    "with smtplib.SMTP('localhost', int(sys.argv[1]), timeout=20) as client:",
                    "    client.starttls(context=context)",
                    "    client.ehlo('client.test')",
                    "    print(client.esmtp_features.get('size'), client.has_extn('smtputf8'))",
                    "    client.login('amy', 's3cretpw')",
                    "    refused = client.sendmail('amy@practice.test',",
                    "        ['bob@practice.test', 'nobody@practice.test', 'someone@elsewhere.test'],",
                    "        'Subject: hi\\r\\n\\r\\n.dot\\r\\n')",
                    "    print(refused)");
            Path script = Files.writeString(folder.resolve("peer.py"), program);
            Peer.Result result = Peer.run(
                    "",
                    List.of("python3", script.toString(), "" + server.port(), trusted(server).toString()));
            assertEquals(0, result.exit(), result.output());
            assertTrue(result.output().startsWith("10485760 True\n"), result.output());
            assertTrue(result.output().contains("'nobody@practice.test': (550, b'5.1.1"), result.output());
            StoredMessage message = server.mailroom().messages().get(0);
            assertEquals("Subject: hi\r\n\r\n.dot\r\n", message.content().latin1());
            assertEquals(2, message.recipients().size());
        }
    }

    @Test
    void swaks_delivers_after_auth_plain_and_auth_login() throws Exception {
        Peer.need("swaks", "--version");
        // Swaks speaks TLS only where a further Perl module is installed, so AUTH is offered without.
        String scenario = ShippedScenarios.source("auth").orElseThrow().replace("STARTTLS,", "AUTH PLAIN LOGIN,");
        ScenarioFile file = ScenarioFile.read("auth.yaml", scenario);
        try (PracticeServer server = PracticeServer.start(file.scenario().orElseThrow(), Setup.ordinary())) {
            for (String mechanism : List.of("PLAIN", "LOGIN")) {
                Peer.Result result = Peer.run(
                        "",
                        List.of(
                                "swaks",
                                "--server",
                                "127.0.0.1:" + server.port(),
                                "--from",
                                "amy@practice.test",
                                "--to",
                                "bob@practice.test",
                                "--auth",
                                mechanism,
                                "--auth-user",
                                "amy",
                                "--auth-password",
                                "s3cretpw",
                                "--helo",
                                "client.test",
                                "--body",
                                ".leading dot"));
                assertEquals(0, result.exit(), result.output());
            }
            List<StoredMessage> messages = server.mailroom().messages();
            assertEquals(2, messages.size());
            assertEquals(Optional.of("amy"), messages.get(1).user());
            assertTrue(messages.get(1).content().latin1().contains("\r\n.leading dot\r\n"));
        }
    }

    @Test
    void swaks_is_put_off_by_greylisting() throws Exception {
        Peer.need("swaks", "--version");
        try (PracticeServer server = start("greylist")) {
            Peer.Result result = Peer.run(
                    "",
                    List.of(
                            "swaks", "--server", "127.0.0.1:" + server.port(), "--helo", "client.test", "--from",
                            "carol@client.test", "--to", "amy@practice.test"));
            // 24: RCPT was refused.
            assertEquals(24, result.exit(), result.output());
            assertTrue(result.output().contains("<** 451 4.7.1 <amy@practice.test>"), result.output());
            assertEquals(List.of(), server.mailroom().messages());
        }
    }

    @Test
    void openssl_verifies_the_good_certificate() throws Exception {
        Peer.need("openssl", "version");
        try (PracticeServer server = start("normal")) {
            Peer.Result result = openssl(server, "-tls1_3");
            assertTrue(result.output().contains("Verify return code: 0 (ok)"), result.output());
            assertTrue(result.output().contains("250-AUTH PLAIN LOGIN\r\n"), result.output());
            assertTrue(openssl(server, "-tls1_2").output().contains("Verify return code: 0 (ok)"));
        }
    }

    @Test
    void openssl_calls_the_expired_certificate_expired() throws Exception {
        Peer.need("openssl", "version");
        try (PracticeServer server = start("tls-expired")) {
            Peer.Result result = openssl(server, "-tls1_3");
            assertTrue(result.output().contains("certificate has expired"), result.output());
        }
    }

    private Peer.Result openssl(PracticeServer server, String version) throws Exception {
        return Peer.run(
                "EHLO client.test\nquit\n",
                List.of(
                        "openssl", "s_client", "-starttls", "smtp", "-crlf", "-ign_eof", version, "-connect",
                        "127.0.0.1:" + server.port(), "-verify_hostname", "mx.practice.test", "-CAfile",
                        trusted(server).toString()));
    }

    private static PracticeServer start(String scenario) throws IOException {
        return PracticeServer.start(ShippedScenarios.named(scenario).orElseThrow(), Setup.ordinary());
    }

    private Path trusted(PracticeServer server) throws IOException, CertificateEncodingException {
        byte[] encoded = server.authority().certificate().getEncoded();
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(encoded);
        return Files.writeString(
                folder.resolve("authority.pem"),
                "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    }
}
