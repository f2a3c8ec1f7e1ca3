package dev.smtpsh.tls.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.tls.HandshakeReport;
import dev.smtpsh.tls.InMemory;
import dev.smtpsh.tls.Remark;
import dev.smtpsh.tls.TlsVersion;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.server.CertificateMaker;
import dev.smtpsh.tls.server.ServerChoice;
import dev.smtpsh.tls.server.ServerIdentity;
import dev.smtpsh.tls.server.ServerLayer;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClientLayerTest {
    private static final String NAME = "mail.example.net";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static CertificateMaker maker;

    @BeforeAll
    static void foundAnAuthority() {
        maker = new CertificateMaker(CLOCK);
    }

    @Test
    void a_good_certificate_is_trusted_and_nothing_is_remarked() throws IOException {
        HandshakeReport report = shake(NAME, maker.valid(NAME, "*.example.net"));

        assertTrue(report.complete());
        assertEquals(List.of(), report.remarks());
        assertTrue(report.trusted());
        assertEquals("TLSv1.3", report.version().orElseThrow());
        assertEquals("TLS_AES_256_GCM_SHA384", report.suite().orElseThrow());
        assertEquals("x25519", report.group().orElseThrow());
        assertEquals(NAME, report.serverName().orElseThrow());
        assertEquals(List.of(NAME, "*.example.net"), report.chain().get(0).names());
        assertEquals("CN=" + NAME, report.chain().get(0).subject());
        assertEquals("EC secp256r1", report.chain().get(0).key());
        assertEquals("SHA256withECDSA", report.chain().get(0).signature());
        assertTrue(report.chain().get(0).sha256().matches("([0-9A-F]{2}:){31}[0-9A-F]{2}"));
        assertTrue(report.took().compareTo(Duration.ZERO) > 0);
    }

    @Test
    void an_expired_certificate_is_spoken_with_and_reported() throws IOException {
        HandshakeReport report = shake(NAME, maker.expired(Duration.ofDays(3), NAME));

        assertTrue(report.complete());
        assertFalse(report.trusted());
        assertEquals(List.of("EXPIRED expired 3 days ago (2026-11-20)"), said(report));
        assertEquals(
                "Renew the certificate and reload the mail server.",
                report.remarks().get(0).mend());
    }

    @Test
    void a_certificate_of_the_future_is_reported() throws IOException {
        HandshakeReport report = shake(NAME, maker.notYetValid(Duration.ofHours(30), NAME));

        assertEquals(List.of("NOT_YET_VALID not valid yet, only in 1 day (2026-11-24)"), said(report));
    }

    @Test
    void a_wrong_name_is_reported_with_both_names() throws IOException {
        HandshakeReport report = shake(NAME, maker.wrongName());

        assertEquals(
                List.of("WRONG_NAME the certificate is for wrong.invalid, not for mail.example.net"), said(report));
    }

    @Test
    void a_self_signed_certificate_is_reported() throws IOException {
        HandshakeReport report = shake(NAME, maker.selfSigned(NAME));

        assertEquals(List.of("SELF_SIGNED signed by itself, so nobody vouches for it"), said(report));
        assertTrue(report.chain().get(0).selfSigned());
    }

    @Test
    void an_unknown_authority_is_reported() throws IOException {
        CertificateMaker stranger = new CertificateMaker(CLOCK);
        ServerIdentity theirs = stranger.withIntermediate(NAME);

        assertEquals(
                List.of("UNKNOWN_ISSUER it leads to CN=smtpsh practice authority, an authority that is not known here"),
                said(shakeTrusting(Anchors.only(List.of()), theirs)));
    }

    @Test
    void a_missing_intermediate_is_reported() throws IOException {
        HandshakeReport report = shake(NAME, maker.missingIntermediate(NAME));

        assertEquals(
                List.of("UNKNOWN_ISSUER the certificate of its issuer CN=smtpsh practice intermediate was not sent, "
                        + "and no known authority is called so"),
                said(report));
        assertTrue(report.remarks().get(0).mend().contains("full chain"));
    }

    @Test
    void a_wrong_order_and_a_surplus_certificate_do_not_break_trust() throws IOException {
        ServerIdentity whole = maker.withIntermediate(NAME);
        ServerIdentity shuffled = whole.withChain(List.of(
                whole.leaf(),
                whole.chain().get(2),
                maker.valid("other.example").leaf(),
                whole.chain().get(1)));
        HandshakeReport report = shake(NAME, shuffled);

        assertTrue(report.trusted());
        assertEquals(List.of(Remark.Kind.SURPLUS), kinds(report));
        assertEquals(4, report.chain().size());
    }

    @Test
    void intermediates_in_the_wrong_order_are_reported() throws IOException {
        CertificateMaker root = new CertificateMaker(CLOCK);
        ServerIdentity whole = root.withIntermediate(NAME);
        List<X509Certificate> turned = new ArrayList<>(whole.chain());
        Collections.swap(turned, 1, 2);

        HandshakeReport report = shakeTrusting(Anchors.only(List.of()), whole.withChain(turned));

        assertEquals(List.of(Remark.Kind.UNKNOWN_ISSUER, Remark.Kind.BAD_ORDER), kinds(report));
    }

    @Test
    void a_short_rsa_key_is_reported_and_spoken_with() throws IOException {
        HandshakeReport report = shake(NAME, maker.rsa(1024, NAME));

        assertTrue(report.complete());
        assertEquals("RSA 1024", report.chain().get(0).key());
        assertEquals(List.of(Remark.Kind.WEAK_KEY), kinds(report));
    }

    @Test
    void a_key_that_may_not_sign_is_spoken_with_and_reported() throws Exception {
        for (TlsVersion version : TlsVersion.values()) {
            ClientLayer client = client(NAME);
            ServerChoice choice = ServerChoice.DEFAULT.withVersions(Set.of(version));
            InMemory.between(client, new ServerLayer(forAgreementOnly(), choice))
                    .shake();

            assertTrue(client.report().complete());
            assertTrue(said(client.report())
                    .contains("WRONG_USE the key of the certificate may neither sign nor encrypt (key usage)"));
        }
    }

    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void every_version_can_be_spoken_and_old_ones_are_remarked(TlsVersion version) throws IOException {
        ClientLayer client = client(NAME);
        ServerLayer server = new ServerLayer(maker.valid(NAME), ServerChoice.DEFAULT.withVersions(Set.of(version)));
        InMemory talk = InMemory.between(client, server).shake();

        assertEquals(version.words(), client.report().version().orElseThrow());
        assertEquals("x25519", client.report().group().orElseThrow());
        assertEquals(version.outdated() ? List.of(Remark.Kind.OLD_VERSION) : List.of(), kinds(client.report()));
        assertEquals("EHLO probe\r\n", talk.say(client, "EHLO probe\r\n"));
        assertEquals("250 hello\r\n", talk.say(server, "250 hello\r\n"));
    }

    @Test
    void octets_may_arrive_one_at_a_time() throws IOException {
        ClientLayer client = client(NAME);
        ServerLayer server = new ServerLayer(maker.valid(NAME), ServerChoice.DEFAULT);
        InMemory talk = new InMemory(client, server, 1).shake();

        assertTrue(client.ready());
        assertTrue(server.ready());
        assertEquals("x".repeat(40_000), talk.say(client, "x".repeat(40_000)));
    }

    @Test
    void the_name_is_sent_as_sni() throws IOException {
        assertEquals("mail.example.net", askedBy("Mail.Example.NET.", TlsChoice.DEFAULT));
        assertEquals("xn--bcher-kva.example", askedBy("b\u00fccher.example", TlsChoice.DEFAULT));
        assertEquals("other.example", askedBy(NAME, TlsChoice.DEFAULT.withServerName("other.example")));
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1", "[192.0.2.1]", "2001:db8::1", "[IPv6:2001:db8::1]"})
    void no_sni_is_sent_for_an_address(String address) throws IOException {
        assertEquals("", askedBy(address, TlsChoice.DEFAULT));
    }

    @Test
    void sni_can_be_left_out() throws IOException {
        assertEquals("", askedBy(NAME, TlsChoice.DEFAULT.withoutServerName()));
    }

    @Test
    void a_report_before_anything_came_is_empty_and_one_in_the_middle_knows_what_came() throws IOException {
        ClientLayer client = client(NAME);
        HandshakeReport before = client.report();
        client.begin();
        ServerLayer server = new ServerLayer(maker.valid(NAME), ServerChoice.DEFAULT);
        server.begin();
        server.received(client.outgoing());
        byte[] flight = server.outgoing();
        client.received(Arrays.copyOf(flight, flight.length - 60));
        HandshakeReport middle = client.report();

        assertEquals(Duration.ZERO, before.took());
        assertTrue(before.version().isEmpty());
        assertFalse(middle.complete());
        assertEquals("TLSv1.3", middle.version().orElseThrow());
        assertEquals(1, middle.chain().size());
    }

    @Test
    void a_close_notify_ends_the_layer_in_good_order() throws IOException {
        ClientLayer client = client(NAME);
        ServerLayer server = new ServerLayer(maker.valid(NAME), ServerChoice.DEFAULT);
        InMemory talk = InMemory.between(client, server).shake();
        assertFalse(client.endedByPeer());

        server.send("221 bye\r\n".getBytes(StandardCharsets.US_ASCII));
        server.close();
        talk.carry();

        assertTrue(client.endedByPeer());
        assertEquals("221 bye\r\n", new String(client.plain(), StandardCharsets.US_ASCII));
        assertEquals(List.of(), talk.clientFailure().stream().collect(Collectors.toList()));
        assertTrue(client.report().alert().isEmpty());
        client.received("250 after the end\r\n".getBytes(StandardCharsets.US_ASCII));
        assertArrayEquals(new byte[0], client.plain());
    }

    @Test
    void our_close_is_heard_by_the_server() throws IOException {
        ClientLayer client = client(NAME);
        ServerLayer server = new ServerLayer(maker.valid(NAME), ServerChoice.DEFAULT);
        InMemory talk = InMemory.between(client, server).shake();

        client.close();
        talk.carry();

        assertTrue(server.endedByPeer());
    }

    @Test
    void a_server_that_wants_a_client_certificate_is_told_none_and_it_is_remarked() throws IOException {
        for (TlsVersion version : TlsVersion.values()) {
            ClientLayer client = client(NAME);
            ServerChoice choice =
                    ServerChoice.DEFAULT.withVersions(Set.of(version)).wantingCertificate();
            InMemory talk = InMemory.between(client, new ServerLayer(maker.valid(NAME), choice))
                    .shake();

            assertTrue(client.report().complete(), version.words() + talk.clientFailure());
            assertTrue(
                    said(client.report()).contains("OTHER the server asked for a client certificate; none was sent"));
        }
    }

    @ParameterizedTest
    @CsvSource({"40,handshake_failure", "70,protocol_version", "112,unrecognized_name", "80,internal_error"})
    void an_alert_of_the_server_is_named_and_explained(int number, String name) throws IOException {
        ClientLayer client = client(NAME);
        ServerLayer server = new ServerLayer(maker.valid(NAME), ServerChoice.DEFAULT.refusingWith(number));
        InMemory talk = InMemory.between(client, server).shake();

        HandshakeReport report = client.report();
        assertFalse(report.complete());
        assertFalse(report.trusted());
        assertEquals(number, report.alert().orElseThrow().number());
        assertEquals(name, report.alert().orElseThrow().name());
        assertFalse(report.alert().orElseThrow().ours());
        String message = talk.clientFailure().orElseThrow().getMessage();
        assertTrue(message.startsWith("the server sent the TLS alert " + name + ": "), message);
    }

    @Test
    void versions_not_in_common_end_in_an_alert_of_the_server() throws IOException {
        ClientLayer client =
                new ClientLayer(NAME, TlsChoice.DEFAULT.withVersions(Set.of(TlsVersion.TLS_1_2)), trust(), CLOCK);
        ServerLayer server =
                new ServerLayer(maker.valid(NAME), ServerChoice.DEFAULT.withVersions(Set.of(TlsVersion.TLS_1_3)));
        InMemory.between(client, server).shake();

        assertEquals("protocol_version", client.report().alert().orElseThrow().name());
    }

    @Test
    void plain_text_instead_of_tls_is_remembered() {
        for (String text : List.of("250 2.0.0 Ok\r\n", "HTTP/1.1 400 Bad Request\r\n\r\n", "no", "\u0015oops")) {
            ClientLayer client = client(NAME);
            IOException failure = assertThrows(IOException.class, () -> {
                client.begin();
                client.outgoing();
                client.received(text.getBytes(StandardCharsets.US_ASCII));
            });

            assertEquals("the server answered with something that is not TLS", failure.getMessage());
            assertFalse(client.spokeTls());
            assertEquals(Octets.latin1(text), client.firstOctets());
            assertEquals(List.of(Remark.Kind.MALFORMED), kinds(client.report()));
        }
    }

    @Test
    void no_more_than_512_octets_are_remembered() throws IOException {
        ClientLayer client = client(NAME);
        client.begin();
        assertThrows(IOException.class, () -> client.received("2".repeat(2000).getBytes(StandardCharsets.US_ASCII)));
        client.received("3".repeat(2000).getBytes(StandardCharsets.US_ASCII));

        assertEquals(512, client.firstOctets().length());
    }

    @Test
    void nothing_can_be_sent_before_the_handshake_is_complete() throws IOException {
        ClientLayer client = client(NAME);
        client.begin();

        assertThrows(IOException.class, () -> client.send(new byte[] {1}));
    }

    @Test
    void the_certificates_can_be_had_as_sent() throws Exception {
        ClientLayer client = client(NAME);
        ServerIdentity identity = maker.withIntermediate(NAME);
        InMemory.between(client, new ServerLayer(identity, ServerChoice.DEFAULT))
                .shake();

        assertEquals(3, client.certificates().size());
        assertEquals(
                Octets.of(identity.leaf().getEncoded()), client.certificates().get(0));
    }

    private static ServerIdentity forAgreementOnly() throws Exception {
        ServerIdentity good = maker.valid(NAME);
        X500Principal name = new X500Principal("CN=" + NAME);
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(CLOCK.instant()),
                Date.from(CLOCK.instant().plusSeconds(3600)),
                name,
                good.leaf().getPublicKey());
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyAgreement));
        X509Certificate leaf = new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(good.key())));
        return good.withChain(List.of(leaf));
    }

    private static String askedBy(String name, TlsChoice choice) throws IOException {
        ServerLayer server = new ServerLayer(maker.valid(NAME), ServerChoice.DEFAULT);
        ClientLayer client = new ClientLayer(name, choice, trust(), CLOCK);
        InMemory.between(client, server).shake();
        assertEquals(server.nameAsked(), client.report().serverName());
        return server.nameAsked().orElse("");
    }

    private static HandshakeReport shake(String name, ServerIdentity identity) throws IOException {
        ClientLayer client = client(name);
        InMemory.between(client, new ServerLayer(identity, ServerChoice.DEFAULT))
                .shake();
        return client.report();
    }

    private static HandshakeReport shakeTrusting(Anchors anchors, ServerIdentity identity) throws IOException {
        ClientLayer client = new ClientLayer(NAME, TlsChoice.DEFAULT, anchors, CLOCK);
        InMemory.between(client, new ServerLayer(identity, ServerChoice.DEFAULT))
                .shake();
        return client.report();
    }

    private static ClientLayer client(String name) {
        return new ClientLayer(name, TlsChoice.DEFAULT, trust(), CLOCK);
    }

    private static Anchors trust() {
        return Anchors.only(List.of(maker.authority()));
    }

    private static List<Remark.Kind> kinds(HandshakeReport report) {
        return report.remarks().stream().map(Remark::kind).collect(Collectors.toList());
    }

    private static List<String> said(HandshakeReport report) {
        return report.remarks().stream()
                .map(one -> one.kind() + " " + one.words())
                .collect(Collectors.toList());
    }
}
