package dev.smtpsh.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.Peers;
import dev.smtpsh.peers.Program;
import dev.smtpsh.tls.server.CertificateMaker;
import dev.smtpsh.tls.server.ServerChoice;
import dev.smtpsh.tls.server.ServerIdentity;
import dev.smtpsh.tls.server.ServerLayer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OpenSSL's client judges our server side, and the faults of our certificates. */
class OpensslClientIT {
    private static final String NAME = "mail.example.net";
    private static final CertificateMaker MAKER = new CertificateMaker(Clock.systemUTC());

    @TempDir
    private Path folder;

    @BeforeAll
    static void opensslIsThere() {
        Peers.require("openssl");
    }

    @ParameterizedTest
    @CsvSource({"-tls1_3", "-tls1_2", "-tls1_1", "-tls1"})
    void openssl_speaks_every_version_with_our_server(String version) throws Exception {
        for (ServerIdentity identity : List.of(MAKER.valid(NAME), MAKER.rsa(2048, NAME))) {
            String out = visit(identity, version, "-cipher", "ALL:@SECLEVEL=0");

            assertTrue(out.contains("250 heard EHLO probe"), out);
            assertTrue(out.contains("Verify return code: 0 (ok)"), out);
        }
    }

    @Test
    void every_fault_is_the_one_openssl_names() throws Exception {
        assertEquals(10, verdict(MAKER.expired(Duration.ofDays(3), NAME)));
        assertEquals(9, verdict(MAKER.notYetValid(Duration.ofDays(3), NAME)));
        assertEquals(62, verdict(MAKER.wrongName()));
        assertEquals(18, verdict(MAKER.selfSigned(NAME)));
        assertEquals(21, verdict(MAKER.missingIntermediate(NAME)));
        assertEquals(0, verdict(MAKER.withIntermediate(NAME)));
        assertEquals(66, verdict(MAKER.rsa(1024, NAME)));
    }

    // The numbers are those of openssl-verification-options(1) and x509_vfy.h.
    private int verdict(ServerIdentity identity) throws Exception {
        String out = visit(identity, "-cipher", "ALL:@SECLEVEL=2");
        int at = out.indexOf("Verify return code: ");
        assertTrue(at >= 0, out);
        return Integer.parseInt(out.substring(at + 20, out.indexOf(' ', at + 20)));
    }

    private String visit(ServerIdentity identity, String... options) throws Exception {
        Path authorities = PemFiles.certificates(List.of(MAKER.authority()), folder.resolve("ca.pem"));
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serve(listener, identity));
            String[] command = {
                "openssl",
                "s_client",
                "-connect",
                "127.0.0.1:" + listener.getLocalPort(),
                "-servername",
                NAME,
                "-verify_hostname",
                NAME,
                "-CAfile",
                authorities.toString(),
                "-ign_eof"
            };
            String[] all = Arrays.copyOf(command, command.length + options.length);
            System.arraycopy(options, 0, all, command.length, options.length);
            Program.Result result = Program.of(all).input("EHLO probe\n").run();
            served.join();
            return result.out() + result.err();
        }
    }

    private static void serve(ServerSocket listener, ServerIdentity identity) {
        ServerLayer layer =
                new ServerLayer(identity, ServerChoice.DEFAULT.withVersions(EnumSet.allOf(TlsVersion.class)));
        try (Socket socket = listener.accept()) {
            layer.begin();
            byte[] buffer = new byte[16 * 1024];
            String heard = "";
            while (!heard.endsWith("\n")) {
                int count = socket.getInputStream().read(buffer);
                if (count < 0) {
                    return;
                }
                layer.received(Arrays.copyOf(buffer, count));
                heard += new String(layer.plain(), StandardCharsets.US_ASCII);
                socket.getOutputStream().write(layer.outgoing());
            }
            layer.send(("250 heard " + heard).getBytes(StandardCharsets.US_ASCII));
            layer.close();
            socket.getOutputStream().write(layer.outgoing());
        } catch (IOException e) {
            // openssl left in the middle: what it printed is what counts.
        }
    }
}
