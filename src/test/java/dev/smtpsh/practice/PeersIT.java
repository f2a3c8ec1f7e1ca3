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
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs made by others find the server in order, and see through its bad certificate. */
@Timeout(120)
class PeersIT {
    @TempDir
    Path folder;

    @Test
    void python_smtplib_logs_in_and_delivers() throws Exception {
        Peers.require("python3");
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
            Program.Result result = Program.of(
                            "python3",
                            script.toString(),
                            "" + server.port(),
                            trusted(server).toString())
                    .run();
            assertEquals(0, result.exit(), text(result));
            assertTrue(text(result).startsWith("10485760 True\n"), text(result));
            assertTrue(text(result).contains("'nobody@practice.test': (550, b'5.1.1"), text(result));
            StoredMessage message = server.mailroom().messages().get(0);
            assertEquals("Subject: hi\r\n\r\n.dot\r\n", message.content().latin1());
            assertEquals(2, message.recipients().size());
        }
    }

    @Test
    void swaks_delivers_after_auth_plain_and_auth_login() throws Exception {
        Peers.require("swaks");
        // Swaks speaks TLS only where a further Perl module is installed, so AUTH is offered without.
        String scenario = ShippedScenarios.source("auth").orElseThrow().replace("STARTTLS,", "AUTH PLAIN LOGIN,");
        ScenarioFile file = ScenarioFile.read("auth.yaml", scenario);
        try (PracticeServer server = PracticeServer.start(file.scenario().orElseThrow(), Setup.ordinary())) {
            for (String mechanism : List.of("PLAIN", "LOGIN")) {
                Program.Result result = Program.of(
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
                                ".leading dot")
                        .run();
                assertEquals(0, result.exit(), text(result));
            }
            List<StoredMessage> messages = server.mailroom().messages();
            assertEquals(2, messages.size());
            assertEquals(Optional.of("amy"), messages.get(1).user());
            assertTrue(messages.get(1).content().latin1().contains("\r\n.leading dot\r\n"));
        }
    }

    @Test
    void swaks_is_put_off_by_greylisting() throws Exception {
        Peers.require("swaks");
        try (PracticeServer server = start("greylist")) {
            Program.Result result = Program.of(
                            "swaks",
                            "--server",
                            "127.0.0.1:" + server.port(),
                            "--helo",
                            "client.test",
                            "--from",
                            "carol@client.test",
                            "--to",
                            "amy@practice.test")
                    .run();
            // 24: RCPT was refused.
            assertEquals(24, result.exit(), text(result));
            assertTrue(text(result).contains("<** 451 4.7.1 <amy@practice.test>"), text(result));
            assertEquals(List.of(), server.mailroom().messages());
        }
    }

    @Test
    void openssl_verifies_the_good_certificate() throws Exception {
        Peers.require("openssl");
        try (PracticeServer server = start("normal")) {
            Program.Result result = openssl(server, "-tls1_3");
            assertTrue(text(result).contains("Verify return code: 0 (ok)"), text(result));
            assertTrue(text(result).contains("250-AUTH PLAIN LOGIN\r\n"), text(result));
            assertTrue(openssl(server, "-tls1_2").out().contains("Verify return code: 0 (ok)"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tls-expired, certificate has expired",
        "tls-wrong-name, hostname mismatch",
        "tls-self-signed, self-signed certificate"
    })
    void openssl_names_what_is_wrong_with_a_certificate(String scenario, String words) throws Exception {
        Peers.require("openssl");
        try (PracticeServer server = start(scenario)) {
            String said = text(openssl(server, "-tls1_3")).replace("self signed", "self-signed");
            assertTrue(said.toLowerCase(Locale.ROOT).contains(words), said);
        }
    }

    private Program.Result openssl(PracticeServer server, String version) throws Exception {
        return Program.of(
                        "openssl",
                        "s_client",
                        "-starttls",
                        "smtp",
                        "-crlf",
                        "-ign_eof",
                        version,
                        "-connect",
                        "127.0.0.1:" + server.port(),
                        "-verify_hostname",
                        "mx.practice.test",
                        "-CAfile",
                        trusted(server).toString())
                .input("EHLO client.test\nquit\n")
                .run();
    }

    private static PracticeServer start(String scenario) throws IOException {
        return PracticeServer.start(ShippedScenarios.named(scenario).orElseThrow(), Setup.ordinary());
    }

    private static String text(Program.Result result) {
        return result.out() + result.err();
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
