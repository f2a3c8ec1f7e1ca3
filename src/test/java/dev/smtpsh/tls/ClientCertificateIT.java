package dev.smtpsh.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.Peers;
import dev.smtpsh.peers.Postfix;
import dev.smtpsh.peers.Program;
import dev.smtpsh.peers.Smtpsh;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.client.ClientLayer;
import dev.smtpsh.tls.client.TlsChoice;
import dev.smtpsh.tls.identity.ClientIdentity;
import dev.smtpsh.tls.server.CertificateMaker;
import dev.smtpsh.wire.Deadline;
import dev.smtpsh.wire.DialOptions;
import dev.smtpsh.wire.Incoming;
import dev.smtpsh.wire.Link;
import dev.smtpsh.wire.LinkLimits;
import dev.smtpsh.wire.Tap;
import dev.smtpsh.wire.Target;
import dev.smtpsh.wire.TcpDialer;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OpenSSL demands a client certificate, checks it, and gets ours; keys and certificates are OpenSSL's own. */
class ClientCertificateIT {
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
        "rsa:2048, -tls1_3",
        "rsa:2048, -tls1_2",
        "rsa:2048, -tls1_1",
        "ec -pkeyopt ec_paramgen_curve:P-256, -tls1_3",
        "ec -pkeyopt ec_paramgen_curve:P-256, -tls1_2",
        "ec -pkeyopt ec_paramgen_curve:P-384, -tls1_3",
        "ed25519, -tls1_3",
        "ed25519, -tls1_2"
    })
    void a_server_that_demands_a_certificate_takes_ours(String kind, String version) throws Exception {
        Path key = folder.resolve("client.key");
        Path certificate = folder.resolve("client.pem");
        run("req -x509 -nodes -days 2 -subj /CN=client.example -keyout " + key + " -out " + certificate + " -newkey "
                + kind);

        HandshakeReport report = talk(certificate, Files.readString(key), version);

        assertTrue(report.complete());
        assertEquals(
                "the server asked for a client certificate; ours was sent",
                report.remarks().stream()
                        .filter(one -> one.kind() == Remark.Kind.OTHER)
                        .map(Remark::words)
                        .findFirst()
                        .orElse(""));
    }

    @ParameterizedTest
    @CsvSource({"rsa -in KEY -traditional -out OLD, BEGIN RSA", "ec -in KEY -out OLD, BEGIN EC"})
    void keys_in_the_older_forms_are_read(String command, String label) throws Exception {
        Path key = folder.resolve("client.key");
        Path old = folder.resolve("old.key");
        Path certificate = folder.resolve("client.pem");
        String kind = command.startsWith("rsa") ? "rsa:2048" : "ec -pkeyopt ec_paramgen_curve:P-256";
        run("req -x509 -nodes -days 2 -subj /CN=client.example -keyout " + key + " -out " + certificate + " -newkey "
                + kind);
        run(command.replace("KEY", key.toString()).replace("OLD", old.toString()));
        assertTrue(Files.readString(old).contains(label), Files.readString(old).substring(0, 40));

        assertTrue(talk(certificate, Files.readString(old), "-tls1_3").complete());
    }

    @Test
    void postfix_asks_for_a_certificate_and_knows_ours() throws Exception {
        Path key = folder.resolve("client.key");
        Path certificate = folder.resolve("client.pem");
        run("req -x509 -nodes -days 2 -subj /CN=client.example -keyout " + key + " -out " + certificate
                + " -newkey rsa:2048");
        try (Postfix postfix = Postfix.startWith(
                "smtpd_tls_ask_ccert = yes", "smtpd_tls_CAfile = " + certificate, "smtpd_tls_loglevel = 1")) {
            Program.Result ran = Smtpsh.with(
                            "--cert", certificate.toString(), "--key", key.toString(), "127.0.0.1:" + postfix.port())
                    .input("EHLO a.example\nSTARTTLS\ntls\nQUIT\n")
                    .run();

            assertTrue(ran.out().replaceAll("\\s*\n\\s*\\|?\\s*", " ").contains("ours was sent"), ran.out());
            assertTrue(postfix.log().contains("Trusted TLS connection established"), postfix.log());
        }
    }

    private HandshakeReport talk(Path certificate, String key, String version) throws Exception {
        ClientIdentity identity =
                ClientIdentity.of(Anchors.read(new ByteArrayInputStream(Files.readAllBytes(certificate))), key);
        TlsChoice choice = TlsChoice.DEFAULT.withIdentity(identity);
        String[] options = {
            version,
            "-Verify",
            "1",
            "-verify_return_error",
            "-CAfile",
            certificate.toString(),
            "-cipher",
            "ALL:@SECLEVEL=0"
        };
        try (OpensslServer server = OpensslServer.showing(MAKER.valid(NAME), folder, options);
                Link link = dial(server)) {
            ClientLayer layer =
                    new ClientLayer(NAME, choice, Anchors.only(List.of(MAKER.authority())), Clock.systemUTC());
            link.secure(layer, soon());
            link.send(Octets.latin1("olleh\n"), soon());
            Incoming line = link.line(soon());
            // In TLS 1.3 the server judges after our handshake is over: only its answer proves that it took ours.
            assertTrue(line instanceof Incoming.Line, line.toString());
            return layer.report();
        }
    }

    private static Link dial(OpensslServer server) throws Exception {
        Target target = new Target(NAME, InetAddress.getLoopbackAddress(), server.port());
        return new TcpDialer(DialOptions.DEFAULT, LinkLimits.DEFAULT).dial(target, Tap.NONE);
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10));
    }

    private static void run(String arguments) throws Exception {
        Process process = new ProcessBuilder(("openssl " + arguments).split(" "))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
    }
}
