package dev.smtpsh.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.client.ClientLayer;
import dev.smtpsh.tls.client.TlsChoice;
import dev.smtpsh.tls.server.CertificateMaker;
import dev.smtpsh.tls.server.ServerChoice;
import dev.smtpsh.tls.server.ServerLayer;
import dev.smtpsh.wire.Deadline;
import dev.smtpsh.wire.Ending;
import dev.smtpsh.wire.Incoming;
import dev.smtpsh.wire.Link;
import dev.smtpsh.wire.LinkLimits;
import dev.smtpsh.wire.Tap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** TLS over a link, with a server that breaks it. */
class BrokenInTheMiddleTest {
    private static final String NAME = "mail.example.net";
    private static final CertificateMaker MAKER = new CertificateMaker(Clock.systemUTC());

    @Test
    void what_came_before_tls_broke_is_read_and_the_rest_is_not() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serve(listener));
            Socket socket = new Socket(listener.getInetAddress(), listener.getLocalPort());
            ClientLayer layer = new ClientLayer(
                    NAME, TlsChoice.DEFAULT, Anchors.only(List.of(MAKER.authority())), Clock.systemUTC());
            try (Link link = Link.over(socket, Tap.NONE, LinkLimits.DEFAULT)) {
                Deadline soon = Deadline.in(Duration.ofSeconds(10));
                link.secure(layer, soon);
                link.send(Octets.latin1("EHLO probe\r\n"), soon);
                Incoming first = link.line(soon);

                assertTrue(first instanceof Incoming.Line, first.toString());
                assertEquals("250 hello\r\n", ((Incoming.Line) first).octets().latin1());
                assertEquals(new Incoming.Ended(Ending.TLS_BROKEN), link.line(soon));
                assertEquals(
                        "unexpected_message",
                        layer.report().alert().orElseThrow().name());
                assertTrue(layer.report().complete());
            }
            served.join();
        }
    }

    // A reply inside TLS and one outside, in one write.
    private static void serve(ServerSocket listener) {
        ServerLayer layer = new ServerLayer(MAKER.valid(NAME), ServerChoice.DEFAULT);
        try (Socket socket = listener.accept()) {
            layer.begin();
            byte[] buffer = new byte[16 * 1024];
            while (layer.plain().length == 0) {
                int count = socket.getInputStream().read(buffer);
                layer.received(Arrays.copyOf(buffer, count));
                socket.getOutputStream().write(layer.outgoing());
            }
            layer.send("250 hello\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] inside = layer.outgoing();
            byte[] outside = "250 injected\r\n".getBytes(StandardCharsets.US_ASCII);
            byte[] both = Arrays.copyOf(inside, inside.length + outside.length);
            System.arraycopy(outside, 0, both, inside.length, outside.length);
            socket.getOutputStream().write(both);
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            // The client has seen enough and left.
        }
    }
}
