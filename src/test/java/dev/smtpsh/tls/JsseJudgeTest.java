package dev.smtpsh.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.client.ClientLayer;
import dev.smtpsh.tls.client.TlsChoice;
import dev.smtpsh.tls.server.CertificateMaker;
import dev.smtpsh.tls.server.ServerChoice;
import dev.smtpsh.tls.server.ServerIdentity;
import dev.smtpsh.tls.server.ServerLayer;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The JDK's TLS judges both of our sides. */
class JsseJudgeTest {
    private static final String NAME = "mail.example.net";
    private static final Set<TlsVersion> MODERN = EnumSet.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3);
    private static final CertificateMaker MAKER = new CertificateMaker(Clock.systemUTC());

    @ParameterizedTest
    @EnumSource(names = {"TLS_1_2", "TLS_1_3"})
    void our_client_and_their_server_agree_on_what_was_negotiated(TlsVersion version) throws Exception {
        for (ServerIdentity identity :
                List.of(MAKER.valid(NAME), MAKER.rsa(2048, NAME), MAKER.withIntermediate(NAME))) {
            JsseLayer server = JsseLayer.server(identity, Set.of(version));
            ClientLayer client = client(TlsChoice.DEFAULT);
            InMemory talk = InMemory.between(client, server).shake();
            HandshakeReport report = client.report();

            assertTrue(report.trusted(), report.remarks().toString());
            assertEquals(server.protocol(), report.version().orElseThrow());
            assertEquals(server.suite(), report.suite().orElseThrow());
            assertEquals("x25519", report.group().orElseThrow());
            assertEquals("EHLO probe\r\n", talk.say(client, "EHLO probe\r\n"));
            assertEquals("250 hello\r\n", talk.say(server, "250 hello\r\n"));
            server.close();
            talk.carry();
            assertTrue(client.endedByPeer());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS_1_2", "TLS_1_3"})
    void their_client_trusts_our_server(TlsVersion version) throws Exception {
        for (ServerIdentity identity :
                List.of(MAKER.valid(NAME), MAKER.rsa(2048, NAME), MAKER.withIntermediate(NAME))) {
            JsseLayer client = JsseLayer.client(NAME, MAKER.authority(), Set.of(version));
            ServerLayer server = new ServerLayer(identity, ServerChoice.DEFAULT);
            InMemory talk = InMemory.between(client, server).shake();

            assertTrue(client.ready() && server.ready());
            assertEquals(version.words(), client.protocol());
            assertEquals(NAME, server.nameAsked().orElseThrow());
            assertEquals("EHLO probe\r\n", talk.say(client, "EHLO probe\r\n"));
            assertEquals("250 hello\r\n", talk.say(server, "250 hello\r\n"));
            client.close();
            talk.carry();
            assertTrue(server.endedByPeer());
        }
    }

    @Test
    void their_client_refuses_every_bad_certificate_of_ours() throws Exception {
        for (ServerIdentity bad : List.of(
                MAKER.expired(Duration.ofDays(3), NAME),
                MAKER.notYetValid(Duration.ofDays(3), NAME),
                MAKER.wrongName(),
                MAKER.selfSigned(NAME),
                MAKER.missingIntermediate(NAME),
                new CertificateMaker(Clock.systemUTC()).valid(NAME))) {
            JsseLayer client = JsseLayer.client(NAME, MAKER.authority(), MODERN);
            InMemory talk = InMemory.between(client, new ServerLayer(bad, ServerChoice.DEFAULT))
                    .shake();

            assertTrue(talk.clientFailure().isPresent(), bad.toString());
        }
    }

    @Test
    void our_judgement_of_a_certificate_is_that_of_the_jdk() throws Exception {
        for (ServerIdentity identity : List.of(
                MAKER.valid(NAME),
                MAKER.valid("*.example.net"),
                MAKER.valid("*.net"),
                MAKER.valid("example.net", NAME, "192.0.2.1"),
                MAKER.valid("192.0.2.1"),
                MAKER.expired(Duration.ofMinutes(1), NAME),
                MAKER.notYetValid(Duration.ofMinutes(1), NAME),
                MAKER.wrongName(),
                MAKER.selfSigned(NAME),
                MAKER.withIntermediate(NAME),
                MAKER.missingIntermediate(NAME),
                MAKER.rsa(1024, NAME))) {
            JsseLayer judge = JsseLayer.client(NAME, MAKER.authority(), MODERN);
            InMemory theirs = InMemory.between(judge, new ServerLayer(identity, ServerChoice.DEFAULT))
                    .shake();
            ClientLayer client = client(TlsChoice.DEFAULT);
            InMemory.between(client, new ServerLayer(identity, ServerChoice.DEFAULT))
                    .shake();

            assertEquals(
                    theirs.clientFailure().isEmpty(),
                    client.report().trusted(),
                    identity + " " + client.report().remarks() + theirs.clientFailure());
        }
    }

    @Test
    void a_root_sent_along_is_no_surplus() throws Exception {
        ClientLayer client = client(TlsChoice.DEFAULT);
        ServerIdentity identity = MAKER.withIntermediate(NAME);
        InMemory.between(client, JsseLayer.server(identity, MODERN)).shake();

        assertEquals(3, client.report().chain().size());
        assertEquals(List.of(), client.report().remarks());
    }

    @Test
    void versions_not_in_common_are_told_by_the_alert() throws Exception {
        ClientLayer client = client(TlsChoice.DEFAULT.withVersions(Set.of(TlsVersion.TLS_1_1)));
        InMemory.between(client, JsseLayer.server(MAKER.valid(NAME), MODERN)).shake();
        HandshakeReport report = client.report();

        assertFalse(report.complete());
        assertFalse(report.alert().orElseThrow().ours());
        assertTrue(
                List.of("protocol_version", "handshake_failure")
                        .contains(report.alert().orElseThrow().name()),
                report.alert().toString());
    }

    private static ClientLayer client(TlsChoice choice) {
        List<X509Certificate> authorities = List.of(MAKER.authority());
        return new ClientLayer(NAME, choice, Anchors.only(authorities), Clock.systemUTC());
    }
}
