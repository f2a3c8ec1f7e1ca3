package dev.smtpsh.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.practice.mail.StoredMessage;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import java.io.IOException;
import java.io.Writer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.commons.net.smtp.AuthenticatingSMTPClient;
import org.apache.commons.net.smtp.AuthenticatingSMTPClient.AUTH_METHOD;
import org.junit.jupiter.api.Test;

/** Commons Net's client over Java's own TLS, which shares nothing with Bouncy Castle's. */
class CommonsNetTlsTest {
    @Test
    void amy_logs_in_by_plain_inside_tls_and_sends_anywhere() throws Exception {
        send("normal", AUTH_METHOD.PLAIN);
    }

    @Test
    void amy_logs_in_by_login_where_a_login_is_required() throws Exception {
        send("auth", AUTH_METHOD.LOGIN);
    }

    private static void send(String scenario, AUTH_METHOD method) throws Exception {
        List<PracticeEvent> events = new CopyOnWriteArrayList<>();
        try (PracticeServer server = start(scenario, events)) {
            AuthenticatingSMTPClient client = secured(server);
            assertEquals(250, client.ehlo("client.test"));
            assertTrue(client.auth(method, "amy", "s3cretpw"), client.getReplyString());
            assertTrue(client.setSender("amy@practice.test"));
            assertTrue(client.addRecipient("someone@elsewhere.test"));
            try (Writer writer = client.sendMessageData()) {
                writer.write("Subject: hello\r\n\r\nhello\r\n");
            }
            assertTrue(client.completePendingCommand());
            client.logout();
            client.disconnect();
            StoredMessage message = server.mailroom().messages().get(0);
            assertEquals(Optional.of("amy"), message.user());
            assertTrue(message.secured());
            assertEquals("Subject: hello\r\n\r\nhello\r\n", message.content().latin1());
            assertTrue(events.contains(new PracticeEvent.LoggedIn(1, "amy")));
            assertTrue(events.contains(new PracticeEvent.Secured(1)));
        }
    }

    @Test
    void a_wrong_password_gets_535_and_no_password_is_shown() throws Exception {
        List<PracticeEvent> events = new CopyOnWriteArrayList<>();
        try (PracticeServer server = start("normal", events)) {
            AuthenticatingSMTPClient client = secured(server);
            client.ehlo("client.test");
            assertFalse(client.auth(AUTH_METHOD.LOGIN, "amy", "wrong-one"));
            assertEquals(535, client.getReplyCode());
            assertFalse(client.auth(AUTH_METHOD.PLAIN, "amy", "wrong-one"));
            client.disconnect();
        }
        List<String> shown = events.stream()
                .filter(PracticeEvent.Received.class::isInstance)
                .map(event -> ((PracticeEvent.Received) event).shown().latin1().strip())
                .toList();
        assertEquals(
                List.of(
                        "EHLO client.test",
                        "STARTTLS",
                        "EHLO client.test",
                        "AUTH LOGIN",
                        "***",
                        "***",
                        "AUTH PLAIN",
                        "***"),
                shown);
    }

    @Test
    void an_expired_certificate_is_not_accepted() throws Exception {
        try (PracticeServer server = start("tls-expired", new CopyOnWriteArrayList<>())) {
            SSLHandshakeException refused = assertThrows(SSLHandshakeException.class, () -> secured(server));
            assertTrue(refused.getMessage().contains("validity check failed"), refused.getMessage());
        }
    }

    private static PracticeServer start(String scenario, List<PracticeEvent> events) throws IOException {
        return PracticeServer.start(
                ShippedScenarios.named(scenario).orElseThrow(), Setup.ordinary().toldTo(events::add));
    }

    private static AuthenticatingSMTPClient secured(PracticeServer server)
            throws IOException, GeneralSecurityException {
        AuthenticatingSMTPClient client = new AuthenticatingSMTPClient();
        client.setDefaultTimeout(10_000);
        client.setTrustManager(trusting(server));
        client.connect("localhost", server.port());
        client.ehlo("client.test");
        assertTrue(client.execTLS());
        return client;
    }

    private static TrustManager trusting(PracticeServer server) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("practice", server.authority().certificate());
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        return factory.getTrustManagers()[0];
    }
}
