package dev.smtpsh.tls.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.tls.Alert;
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
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileServerTest {
    private static final String NAME = "mail.example.net";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final CertificateMaker MAKER = new CertificateMaker(Clock.systemUTC());

    @Test
    void random_octets_end_in_a_value() {
        Random random = new Random(1);
        assertTimeoutPreemptively(SOON, () -> {
            for (int i = 0; i < 400; i++) {
                byte[] noise = new byte[random.nextInt(3000)];
                random.nextBytes(noise);
                if (random.nextBoolean() && noise.length > 5) {
                    dressAsRecord(noise, random);
                }
                assertReported(feed(noise));
            }
        });
    }

    @Test
    void damaged_handshakes_end_in_a_value() {
        Random random = new Random(2);
        assertTimeoutPreemptively(SOON, () -> {
            for (int i = 0; i < 300; i++) {
                assertReported(damaged(random, random.nextBoolean() ? TlsVersion.TLS_1_2 : TlsVersion.TLS_1_3));
            }
        });
    }

    @Test
    void a_handshake_that_stops_anywhere_leaves_a_report() throws IOException {
        for (int cut = 0; cut < 600; cut += 37) {
            ClientLayer client = client();
            byte[] flight = flight(client, TlsVersion.TLS_1_2);
            client.received(Arrays.copyOf(flight, Math.min(cut, flight.length)));

            assertFalse(client.ready());
            assertFalse(client.report().complete());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 11, 0})
    void a_message_that_announces_ten_megabytes_is_refused_at_once(int type) throws IOException {
        ClientLayer client = client();
        client.begin();
        byte[] header = {22, 3, 3, 0, 4, (byte) type, (byte) 0xA0, 0, 0};

        assertThrows(IOException.class, () -> client.received(header));
        assertOurAlert(client.report(), "internal_error");
    }

    @Test
    void a_hundred_certificates_are_taken_and_one_more_is_not() throws IOException {
        ServerIdentity good = MAKER.valid(NAME);

        assertTrue(shake(good.withChain(times(100, good.leaf()))).complete());
        HandshakeReport refused = shake(good.withChain(times(101, good.leaf())));

        assertFalse(refused.complete());
        assertOurAlert(refused, "internal_error");
        assertTrue(
                refused.alert().orElseThrow().words().contains("100"),
                refused.alert().toString());
        assertEquals(100, refused.chain().size());
    }

    @Test
    void a_certificate_message_of_more_than_a_megabyte_is_refused() throws IOException {
        String[] names = IntStream.range(0, 1500)
                .mapToObj(i -> "host" + i + ".example.net")
                .toArray(String[]::new);
        ServerIdentity fat = MAKER.valid(names);

        HandshakeReport refused = shake(fat.withChain(times(60, fat.leaf())));

        assertOurAlert(refused, "internal_error");
        assertEquals(List.of(), refused.chain());
    }

    @ParameterizedTest
    @ValueSource(ints = {16384, 8192, 8184})
    void an_absurd_rsa_key_costs_no_long_time(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair honest = generator.generateKeyPair();
        ServerIdentity liar = new ServerIdentity(List.of(withModulus(bits, honest)), honest.getPrivate());
        for (TlsVersion version : List.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3)) {
            HandshakeReport report = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> shake(liar, version));

            assertFalse(report.complete());
            assertTrue(report.alert().orElseThrow().ours());
            assertEquals(1, report.chain().size());
            assertEquals("RSA " + bits, report.chain().get(0).key());
        }
    }

    @Test
    void a_signature_with_another_key_is_refused() throws IOException {
        ServerIdentity one = MAKER.valid(NAME);
        ServerIdentity thief = new ServerIdentity(one.chain(), MAKER.valid(NAME).key());

        for (TlsVersion version : TlsVersion.values()) {
            assertOurAlert(shake(thief, version), "decrypt_error");
        }
    }

    @Test
    void alerts_for_ever_change_nothing() throws IOException {
        ClientLayer client = client();
        client.begin();
        byte[] warning = {21, 3, 3, 0, 2, 1, 112};
        for (int i = 0; i < 10_000; i++) {
            client.received(warning);
        }

        assertFalse(client.ready());
        assertEquals(
                List.of(Remark.Kind.OTHER),
                client.report().remarks().stream().map(Remark::kind).collect(Collectors.toList()));
    }

    @Test
    void an_alert_nobody_registered_is_kept_by_number() throws IOException {
        ClientLayer client = client();
        client.begin();

        assertThrows(IOException.class, () -> client.received(new byte[] {21, 3, 3, 0, 2, 2, (byte) 200}));
        assertEquals(Alert.received(200), client.report().alert().orElseThrow());
    }

    @Test
    void plain_octets_in_the_middle_of_tls_break_it_and_are_not_read() throws IOException {
        ClientLayer client = client();
        ServerLayer server = new ServerLayer(MAKER.valid(NAME), ServerChoice.DEFAULT);
        InMemory.between(client, server).shake();
        server.send("250 first\r\n".getBytes(StandardCharsets.US_ASCII));
        byte[] both = joined(server.outgoing(), "250 injected\r\n".getBytes(StandardCharsets.US_ASCII));

        assertThrows(IOException.class, () -> client.received(both));
        assertEquals("250 first\r\n", new String(client.plain(), StandardCharsets.US_ASCII));
        assertTrue(client.report().complete());
        assertOurAlert(client.report(), "unexpected_message");
    }

    private static ClientLayer damaged(Random random, TlsVersion version) throws IOException {
        ClientLayer client = client();
        byte[] flight = flight(client, version);
        for (int k = random.nextInt(3); k >= 0; k--) {
            flight[random.nextInt(flight.length)] ^= (byte) (1 << random.nextInt(8));
        }
        try {
            client.received(flight);
        } catch (IOException e) {
            assertFalse(e.getMessage().isBlank());
        }
        return client;
    }

    private static ClientLayer feed(byte[] octets) throws IOException {
        ClientLayer client = client();
        client.begin();
        client.outgoing();
        try {
            client.received(octets);
        } catch (IOException e) {
            assertFalse(e.getMessage().isBlank());
        }
        return client;
    }

    private static void assertReported(ClientLayer client) throws IOException {
        HandshakeReport report = client.report();
        assertFalse(client.ready());
        assertFalse(report.complete());
        client.outgoing();
        client.plain();
        client.close();
    }

    private static void assertOurAlert(HandshakeReport report, String name) {
        assertEquals(name, report.alert().map(Alert::name).orElse("no alert"));
        assertTrue(report.alert().orElseThrow().ours());
    }

    // A proper header before the noise: otherwise the first octet ends it all.
    private static void dressAsRecord(byte[] noise, Random random) {
        noise[0] = (byte) (21 + random.nextInt(2));
        noise[1] = 3;
        noise[2] = 3;
        int length = random.nextInt(4) == 0 ? random.nextInt(0x4000) : noise.length - 5;
        noise[3] = (byte) (length >> 8);
        noise[4] = (byte) length;
    }

    private static byte[] flight(ClientLayer client, TlsVersion version) throws IOException {
        ServerLayer server = new ServerLayer(MAKER.valid(NAME), ServerChoice.DEFAULT.withVersions(Set.of(version)));
        server.begin();
        client.begin();
        server.received(client.outgoing());
        return server.outgoing();
    }

    private static HandshakeReport shake(ServerIdentity identity) throws IOException {
        return shake(identity, TlsVersion.TLS_1_3);
    }

    private static HandshakeReport shake(ServerIdentity identity, TlsVersion version) throws IOException {
        ClientLayer client = client();
        InMemory.between(client, new ServerLayer(identity, ServerChoice.DEFAULT.withVersions(Set.of(version))))
                .shake();
        return client.report();
    }

    private static ClientLayer client() {
        return new ClientLayer(NAME, TlsChoice.DEFAULT, Anchors.only(List.of(MAKER.authority())), Clock.systemUTC());
    }

    private static List<X509Certificate> times(int count, X509Certificate one) {
        return Collections.nCopies(count, one);
    }

    private static X509Certificate withModulus(int bits, KeyPair signer) throws Exception {
        BigInteger modulus =
                new BigInteger(bits, new Random(3)).setBit(bits - 1).setBit(0);
        PublicKey key =
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(65537)));
        X500Principal name = new X500Principal("CN=" + NAME);
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name, BigInteger.TEN, Date.from(now.minusSeconds(3600)), Date.from(now.plusSeconds(3600)), name, key);
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(signer.getPrivate())));
    }

    private static byte[] joined(byte[] one, byte[] two) {
        byte[] all = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, all, one.length, two.length);
        return all;
    }
}
