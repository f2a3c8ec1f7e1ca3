package dev.smtpsh.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.Peers;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.certificate.Demands;
import dev.smtpsh.tls.certificate.Pin;
import dev.smtpsh.tls.certificate.Tlsa;
import dev.smtpsh.tls.client.ClientLayer;
import dev.smtpsh.tls.client.Offer;
import dev.smtpsh.tls.client.Resumable;
import dev.smtpsh.tls.client.TlsChoice;
import dev.smtpsh.tls.registry.Group;
import dev.smtpsh.tls.registry.Scheme;
import dev.smtpsh.tls.server.CertificateMaker;
import dev.smtpsh.tls.server.ServerIdentity;
import dev.smtpsh.wire.Deadline;
import dev.smtpsh.wire.DialOptions;
import dev.smtpsh.wire.Incoming;
import dev.smtpsh.wire.Link;
import dev.smtpsh.wire.LinkLimits;
import dev.smtpsh.wire.Tap;
import dev.smtpsh.wire.Target;
import dev.smtpsh.wire.TcpDialer;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What our client says of the terms of a handshake, with OpenSSL as the other side and as the judge. */
class OpensslTermsIT {
    private static final String NAME = "mail.example.net";
    private static final CertificateMaker MAKER = new CertificateMaker(Clock.systemUTC());

    @TempDir
    private Path folder;

    @BeforeAll
    static void opensslIsThere() {
        Peers.require("openssl");
    }

    @ParameterizedTest
    @CsvSource({"-tls1_3", "-tls1_2"})
    void a_key_log_is_the_same_on_both_sides(String version) throws Exception {
        Path theirs = folder.resolve("theirs");
        List<String> ours = new ArrayList<>();

        talk(MAKER.valid(NAME), TlsChoice.DEFAULT.withKeyLog(ours::add), version, "-keylogfile", theirs.toString());

        Set<String> lines = new TreeSet<>(Files.readAllLines(theirs));
        lines.removeIf(line -> line.startsWith("#"));
        assertFalse(lines.isEmpty());
        assertEquals(lines, new TreeSet<>(ours));
    }

    @ParameterizedTest
    @CsvSource({"-tls1_3, ''", "-tls1_2, ''", "-tls1_2, -no_ticket", "-tls1_3, -no_ticket"})
    void a_session_is_taken_up_again(String version, String more) throws Exception {
        String[] options = more.isEmpty() ? new String[] {version} : new String[] {version, more};
        try (OpensslServer server = OpensslServer.showing(MAKER.valid(NAME), folder, options)) {
            ClientLayer first = client(TlsChoice.DEFAULT);
            hello(server, first);
            assertFalse(first.report().terms().resumption().resumed());
            Resumable session = first.resumable().orElseThrow();

            ClientLayer second = new ClientLayer(
                    NAME, TlsChoice.DEFAULT, Anchors.only(List.of(MAKER.authority())), Clock.systemUTC(), session);
            hello(server, second);

            assertTrue(second.report().terms().resumption().offered());
            assertTrue(second.report().terms().resumption().resumed());
        }
    }

    @Test
    void a_server_that_forgets_sessions_is_told_from_one_that_keeps_them() throws Exception {
        try (OpensslServer server =
                OpensslServer.showing(MAKER.valid(NAME), folder, "-tls1_2", "-no_ticket", "-no_cache")) {
            ClientLayer first = client(TlsChoice.DEFAULT);
            hello(server, first);

            assertEquals(0, first.report().terms().resumption().tickets());
            assertEquals(Optional.empty(), first.resumable());
        }
    }

    @ParameterizedTest
    @CsvSource({"-tls1_3", "-tls1_2"})
    void signature_and_alpn_are_told(String version) throws Exception {
        Offer offer = new Offer(
                List.of(),
                List.of(Group.SECP384R1.number()),
                List.of(Scheme.RSA_PSS_RSAE_SHA512.number()),
                List.of("smtp", "other"));
        HandshakeReport report =
                talk(MAKER.rsa(2048, NAME), TlsChoice.DEFAULT.withOffer(offer), version, "-alpn", "other");

        assertEquals("rsa_pss_rsae_sha512", report.terms().signature().orElseThrow());
        assertEquals("other", report.terms().alpn().orElseThrow());
        assertEquals("secp384r1", report.group().orElseThrow());
        assertTrue(report.terms().extensions().contains("application_layer_protocol_negotiation"));
    }

    @Test
    void suites_are_offered_as_chosen() throws Exception {
        Offer offer = Offer.ALL.withSuites(List.of(0xC027, 0x1301));

        assertEquals(
                "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
                talk(MAKER.rsa(2048, NAME), TlsChoice.DEFAULT.withOffer(offer), "-tls1_2")
                        .suite()
                        .orElseThrow());
        assertEquals(
                "TLS_AES_128_GCM_SHA256",
                talk(MAKER.rsa(2048, NAME), TlsChoice.DEFAULT.withOffer(offer), "-tls1_3")
                        .suite()
                        .orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "-tls1_3, good, GOOD, true",
        "-tls1_3, revoked, REVOKED, false",
        "-tls1_2, good, GOOD, true",
        "-tls1_2, revoked, REVOKED, false",
        "-tls1_3, forged-good, UNPROVEN, true",
        "-tls1_2, forged-revoked, UNPROVEN, true"
    })
    void a_staple_is_read(String version, String kind, Staple.Status status, boolean trusted) throws Exception {
        StapleMaker maker = new StapleMaker(folder, NAME);
        String file = maker.staple(kind).toString();
        try (OpensslServer server = OpensslServer.showing(maker.identity(), folder, version, "-status_file", file)) {
            Anchors anchors = Anchors.only(List.of(maker.authority()));
            ClientLayer layer = new ClientLayer(NAME, TlsChoice.DEFAULT, anchors, Clock.systemUTC());
            hello(server, layer);
            Staple staple = layer.report().terms().staple().orElseThrow();

            assertEquals(status, staple.status(), staple.words());
            assertEquals(
                    trusted, layer.report().trusted(), layer.report().remarks().toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1, 1, 0", "3, 0, 1, 0", "3, 1, 2, 0", "3, 0, 0, 0", "3, 1, 0, 0", "2, 0, 1, 1", "2, 1, 1, 1",
        "2, 0, 0, 2", "2, 1, 0, 2", "1, 1, 1, 0", "0, 0, 1, 1", "3, 1, 1, 1", "2, 1, 1, 0", "1, 1, 1, 1",
    })
    void openssl_agrees_on_tlsa_records(int usage, int selector, int matching, int of) throws Exception {
        ServerIdentity identity = MAKER.withIntermediate(NAME);
        List<X509Certificate> all = new ArrayList<>(identity.chain());
        all.add(MAKER.authority());
        X509Certificate meant = of < all.size() ? all.get(of) : MAKER.authority();
        byte[] chosen =
                selector == 0 ? meant.getEncoded() : meant.getPublicKey().getEncoded();
        byte[] data = matching == 0
                ? chosen
                : MessageDigest.getInstance(matching == 1 ? "SHA-256" : "SHA-512")
                        .digest(chosen);
        String record =
                usage + " " + selector + " " + matching + " " + HexFormat.of().formatHex(data);
        try (OpensslServer server = OpensslServer.showing(identity, folder)) {
            ClientLayer layer = client(TlsChoice.DEFAULT.withDemands(
                    new Demands(List.of(), List.of(Tlsa.read(record).record().orElseThrow()))));
            hello(server, layer);
            DaneVerdict verdict = layer.report().terms().dane().orElseThrow();

            assertEquals(opensslTakes(server, record), verdict.matched(), record + verdict);
            assertEquals(verdict.matched(), layer.report().trusted());
        }
    }

    @Test
    void the_pin_is_the_one_openssl_makes() throws Exception {
        ServerIdentity identity = MAKER.valid(NAME);
        PemFiles files = PemFiles.of(identity, folder);
        String made = output(
                        "sh",
                        "-c",
                        "openssl x509 -noout -pubkey -in " + files.chain()
                                + " | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | base64")
                .strip();
        Pin pin = Pin.read("sha256/" + made).orElseThrow();
        Pin other = new Pin(Octets.of(new byte[32]));

        HandshakeReport right = talk(identity, TlsChoice.DEFAULT.withDemands(new Demands(List.of(pin), List.of())));
        HandshakeReport wrong = talk(identity, TlsChoice.DEFAULT.withDemands(new Demands(List.of(other), List.of())));

        assertEquals(pin.text(), right.chain().get(0).pin());
        assertTrue(right.trusted());
        assertFalse(wrong.trusted());
        assertEquals(Remark.Kind.PIN, wrong.remarks().get(0).kind());
    }

    private boolean opensslTakes(OpensslServer server, String record) throws Exception {
        Path authority = PemFiles.certificates(List.of(MAKER.authority()), folder.resolve("authority.pem"));
        String said = output(
                "sh",
                "-c",
                "echo | openssl s_client -connect 127.0.0.1:" + server.port() + " -CAfile "
                        + authority + " -servername " + NAME + " -dane_tlsa_domain " + NAME + " -dane_tlsa_rrdata '"
                        + record
                        + "' 2>&1");
        return said.contains("Verify return code: 0 (ok)");
    }

    private static String output(String... command) throws Exception {
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes());
    }

    private HandshakeReport talk(ServerIdentity identity, TlsChoice choice, String... options) throws Exception {
        try (OpensslServer server = OpensslServer.showing(identity, folder, options)) {
            ClientLayer layer = client(choice);
            hello(server, layer);
            return layer.report();
        }
    }

    private static void hello(OpensslServer server, ClientLayer layer) throws Exception {
        Target target = new Target(NAME, InetAddress.getLoopbackAddress(), server.port());
        try (Link link = new TcpDialer(DialOptions.DEFAULT, LinkLimits.DEFAULT).dial(target, Tap.NONE)) {
            link.secureFromTheStart(layer, soon());
            link.send(Octets.latin1("olleh\n"), soon());
            assertEquals("hello\n", ((Incoming.Line) link.line(soon())).octets().latin1());
        }
    }

    private static ClientLayer client(TlsChoice choice) {
        return new ClientLayer(NAME, choice, Anchors.only(List.of(MAKER.authority())), Clock.systemUTC());
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10));
    }
}
