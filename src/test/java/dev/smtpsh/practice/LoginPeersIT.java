package dev.smtpsh.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.Peers;
import dev.smtpsh.peers.Program;
import dev.smtpsh.practice.scenario.Scenario;
import dev.smtpsh.practice.scenario.ScenarioFile;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs made by others log in at the practice server by each of its mechanisms, and are refused with a wrong password. */
@Timeout(120)
class LoginPeersIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"scram-sha-256", "scram-sha-1", "cram-md5", "plain", "login"})
    void msmtp_logs_in(String mechanism) throws Exception {
        Peers.require("msmtp");
        try (PracticeServer server = start()) {
            assertEquals(0, msmtp(server, mechanism, "s3cretpw").exit());
            assertEquals(Optional.of("amy"), server.mailroom().messages().get(0).user());
            Program.Result refused = msmtp(server, mechanism, "wrong");
            assertTrue(refused.err().contains("authentication failed"), refused.err());
            assertEquals(1, server.mailroom().messages().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scram-sha-256", "scram-sha-1"})
    void msmtp_finds_the_impostor_out(String mechanism) throws Exception {
        Peers.require("msmtp");
        String turn = "\nturns:\n  - {when: challenge, faults: [scram-wrong-signature]}\n";
        try (PracticeServer server = PracticeServer.start(scenario(turn), Setup.ordinary())) {
            Program.Result result = msmtp(server, mechanism, "s3cretpw");
            assertFalse(result.exit() == 0, result.err());
            assertEquals(List.of(), server.mailroom().messages());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CRAM-MD5", "PLAIN", "LOGIN"})
    void curl_logs_in(String mechanism) throws Exception {
        Peers.require("curl");
        try (PracticeServer server = start()) {
            Program.Result result = curl(server, mechanism, "s3cretpw");
            assertEquals(0, result.exit(), result.err());
            assertEquals(Optional.of("amy"), server.mailroom().messages().get(0).user());
            // 67: login denied.
            assertEquals(67, curl(server, mechanism, "wrong").exit());
        }
    }

    private Program.Result curl(PracticeServer server, String mechanism, String password) throws Exception {
        Path message = Files.writeString(folder.resolve("message"), "Subject: x\r\n\r\nx\r\n");
        return Program.of(
                        "curl",
                        "--silent",
                        "--show-error",
                        "--url",
                        "smtp://127.0.0.1:" + server.port() + "/client.test",
                        "--login-options",
                        "AUTH=" + mechanism,
                        "--user",
                        "amy:" + password,
                        "--mail-from",
                        "amy@practice.test",
                        "--mail-rcpt",
                        "bob@practice.test",
                        "--upload-file",
                        message.toString())
                .run();
    }

    private Program.Result msmtp(PracticeServer server, String mechanism, String password) throws Exception {
        List<String> lines = new ArrayList<>(Arrays.asList(
                "defaults",
                "account practice",
                "host 127.0.0.1",
                "port " + server.port(),
                "domain client.test",
                "from amy@practice.test",
                "tls off",
                "auth " + mechanism,
                "user amy",
                "password " + password,
                "account default : practice"));
        Path file = Files.writeString(folder.resolve("msmtprc"), String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return Program.of("msmtp", "--file=" + file, "bob@practice.test")
                .input("Subject: x\n\nx\n")
                .run();
    }

    private static PracticeServer start() throws Exception {
        return PracticeServer.start(scenario(""), Setup.ordinary());
    }

    // The same mechanisms without TLS, so that only the login is judged.
    private static Scenario scenario(String more) {
        String text = ShippedScenarios.source("auth")
                .orElseThrow()
                .replace("STARTTLS,", "AUTH PLAIN LOGIN CRAM-MD5 SCRAM-SHA-1 SCRAM-SHA-256,");
        ScenarioFile file = ScenarioFile.read("auth.yaml", text + more);
        return file.scenario().orElseThrow(() -> new AssertionError(file.complaints()));
    }
}
