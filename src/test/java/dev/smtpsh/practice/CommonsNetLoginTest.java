package dev.smtpsh.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.practice.scenario.ScenarioFile;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import org.apache.commons.net.smtp.AuthenticatingSMTPClient;
import org.apache.commons.net.smtp.AuthenticatingSMTPClient.AUTH_METHOD;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Commons Net's own client logs in. */
@Timeout(30)
class CommonsNetLoginTest {
    @ParameterizedTest
    @EnumSource(
            value = AUTH_METHOD.class,
            names = {"PLAIN", "LOGIN", "CRAM_MD5"})
    void by_each_mechanism_it_knows(AUTH_METHOD method) throws Exception {
        String text = ShippedScenarios.source("auth").orElseThrow().replace("STARTTLS,", "AUTH PLAIN LOGIN CRAM-MD5,");
        ScenarioFile file = ScenarioFile.read("auth.yaml", text);
        try (PracticeServer server = PracticeServer.start(file.scenario().orElseThrow(), Setup.ordinary())) {
            AuthenticatingSMTPClient client = new AuthenticatingSMTPClient();
            client.setDefaultTimeout(10_000);
            client.connect(server.address(), server.port());
            assertTrue(client.elogin("client.test"));
            assertFalse(client.auth(method, "amy", "wrong"));
            assertEquals(535, client.getReplyCode());
            assertTrue(client.auth(method, "amy", "s3cretpw"), client.getReplyString());
            assertTrue(client.setSender("amy@practice.test"));
            client.disconnect();
        }
    }
}
