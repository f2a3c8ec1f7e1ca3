package dev.smtpsh.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.Peers;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.client.ClientLayer;
import dev.smtpsh.tls.client.TlsChoice;
import dev.smtpsh.tls.server.CertificateMaker;
import dev.smtpsh.tls.server.ServerIdentity;
import dev.smtpsh.wire.Deadline;
import dev.smtpsh.wire.DialOptions;
import dev.smtpsh.wire.Ending;
import dev.smtpsh.wire.Incoming;
import dev.smtpsh.wire.Link;
import dev.smtpsh.wire.LinkLimits;
import dev.smtpsh.wire.Tap;
import dev.smtpsh.wire.Target;
import dev.smtpsh.wire.TcpDialer;
import dev.smtpsh.wire.WireException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our client speaks with OpenSSL over real sockets. */
class OpensslServerIT {
    private static final String NAME = "mail.example.net";
    private static final CertificateMaker MAKER = new CertificateMaker(Clock.systemUTC());

    @TempDir
    private Path folder;

    @BeforeAll
    static void opensslIsThere() {
        Peers.require("openssl");
    }

    @ParameterizedTest
    @CsvSource({
        "-tls1_3, TLSv1.3, TLS_AES_256_GCM_SHA384",
        "-tls1_2, TLSv1.2, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        "-tls1_1, TLSv1.1, TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
        "-tls1, TLSv1.0, TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA"
    })
    void every_version_is_spoken_and_named(String option, String version, String suite) throws Exception {
        HandshakeReport report = talk(MAKER.rsa(2048, NAME), option, "-cipher", "ALL:@SECLEVEL=0");

        assertEquals(version, report.version().orElseThrow());
        assertEquals(suite, report.suite().orElseThrow());
        assertEquals("x25519", report.group().orElseThrow());
        assertTrue(report.trusted());
    }

    @ParameterizedTest
    @CsvSource({
        "DHE-RSA-AES128-SHA256, TLS_DHE_RSA_WITH_AES_128_CBC_SHA256, true, ''",
        "AES128-SHA, TLS_RSA_WITH_AES_128_CBC_SHA, false, WEAK_SUITE",
        "ECDHE-RSA-CHACHA20-POLY1305, TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256, true, ''"
    })
    void suites_are_named_as_registered(String cipher, String suite, boolean group, String remarks) throws Exception {
        HandshakeReport report = talk(MAKER.rsa(2048, NAME), "-tls1_2", "-cipher", cipher + ":@SECLEVEL=0");

        assertEquals(suite, report.suite().orElseThrow());
        assertEquals(group, report.group().isPresent());
        assertEquals(remarks, kinds(report));
    }

    @ParameterizedTest
    @CsvSource({"P-256, secp256r1", "P-384, secp384r1", "P-521, secp521r1", "X448, x448", "ffdhe2048, ffdhe2048"})
    void a_group_that_needs_a_second_hello_is_named(String theirs, String ours) throws Exception {
        HandshakeReport report = talk(MAKER.valid(NAME), "-tls1_3", "-groups", theirs);

        assertEquals(ours, report.group().orElseThrow());
        assertTrue(report.trusted());
    }

    @ParameterizedTest
    @CsvSource({"P-256, secp256r1", "P-521, secp521r1", "X448, x448"})
    void the_curve_of_tls_1_2_is_named(String theirs, String ours) throws Exception {
        assertEquals(
                ours,
                talk(MAKER.valid(NAME), "-tls1_2", "-groups", theirs).group().orElseThrow());
    }

    @Test
    void bad_certificates_are_spoken_with_and_reported() throws Exception {
        assertEquals("EXPIRED", kinds(talk(MAKER.expired(Duration.ofDays(3), NAME))));
        assertEquals("NOT_YET_VALID", kinds(talk(MAKER.notYetValid(Duration.ofDays(3), NAME))));
        assertEquals("WRONG_NAME", kinds(talk(MAKER.wrongName())));
        assertEquals("SELF_SIGNED", kinds(talk(MAKER.selfSigned(NAME))));
        assertEquals("WEAK_KEY", kinds(talk(MAKER.rsa(1024, NAME), "-cipher", "ALL:@SECLEVEL=0")));
        assertEquals("UNKNOWN_ISSUER", kinds(talk(MAKER.missingIntermediate(NAME))));
    }

    @Test
    void a_client_certificate_that_is_demanded_is_told_by_the_alert() throws Exception {
        Failed failed = refused(MAKER.valid(NAME), "-tls1_2", "-Verify", "1");

        assertEquals("handshake_failure", failed.report().alert().orElseThrow().name());
        assertTrue(failed.message().startsWith("the server sent the TLS alert handshake_failure: "), failed.message());
        assertEquals("OTHER", kinds(failed.report()));
    }

    @Test
    void an_unknown_name_is_told_by_the_alert() throws Exception {
        PemFiles other = PemFiles.of(MAKER.valid("other.example"), folder);
        Failed failed = refused(
                MAKER.valid(NAME),
                "-servername",
                "other.example",
                "-servername_fatal",
                "-cert2",
                other.chain(),
                "-key2",
                other.key());

        assertEquals("unrecognized_name", failed.report().alert().orElseThrow().name());
    }

    @Test
    void no_common_suite_is_told_by_the_alert() throws Exception {
        Failed failed = refused(MAKER.rsa(2048, NAME), "-tls1_2", "-cipher", "CAMELLIA256-SHA:@SECLEVEL=0");

        assertEquals("handshake_failure", failed.report().alert().orElseThrow().name());
        assertFalse(failed.report().complete());
    }

    @Test
    void a_server_that_just_drops_tcp_is_a_fact() throws Exception {
        try (OpensslServer server = OpensslServer.showing(MAKER.valid(NAME), folder);
                Link link = dial(server)) {
            link.secure(client(), soon());
            link.send(Octets.latin1("olleh\n"), soon());
            link.line(soon());
            server.kill();

            assertEquals(new Incoming.Ended(Ending.TRUNCATED), link.line(soon()));
        }
    }

    @Test
    void a_server_that_ends_tls_in_good_order_is_heard() throws Exception {
        try (OpensslServer server = OpensslServer.showing(MAKER.valid(NAME), folder);
                Link link = dial(server)) {
            link.secure(client(), soon());
            link.send(Octets.latin1("CLOSE\n"), soon());

            assertEquals(new Incoming.Ended(Ending.CLOSED), link.line(soon()));
        }
    }

    private record Failed(String message, HandshakeReport report) {}

    private HandshakeReport talk(ServerIdentity identity, String... options) throws Exception {
        try (OpensslServer server = OpensslServer.showing(identity, folder, options);
                Link link = dial(server)) {
            ClientLayer layer = client();
            assertEquals(Octets.EMPTY, link.secure(layer, soon()));
            link.send(Octets.latin1("olleh\n"), soon());
            Incoming line = link.line(soon());

            assertTrue(line instanceof Incoming.Line, line.toString());
            assertEquals("hello\n", ((Incoming.Line) line).octets().latin1());
            return layer.report();
        }
    }

    private Failed refused(ServerIdentity identity, String... options) throws Exception {
        try (OpensslServer server = OpensslServer.showing(identity, folder, options);
                Link link = dial(server)) {
            ClientLayer layer = client();
            WireException e = assertThrows(WireException.class, () -> link.secure(layer, soon()));
            return new Failed(e.getMessage(), layer.report());
        }
    }

    private static Link dial(OpensslServer server) throws WireException {
        Target target = new Target(NAME, InetAddress.getLoopbackAddress(), server.port());
        return new TcpDialer(DialOptions.DEFAULT, LinkLimits.DEFAULT).dial(target, Tap.NONE);
    }

    private static ClientLayer client() {
        return new ClientLayer(NAME, TlsChoice.DEFAULT, Anchors.only(List.of(MAKER.authority())), Clock.systemUTC());
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10));
    }

    private static String kinds(HandshakeReport report) {
        return report.remarks().stream()
                .filter(one -> one.kind() != Remark.Kind.OLD_VERSION)
                .map(one -> one.kind().name())
                .collect(Collectors.joining(" "));
    }
}
