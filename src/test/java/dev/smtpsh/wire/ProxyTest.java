package dev.smtpsh.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.ScriptedPeer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A proxy that, once asked to connect, speaks SMTP itself: what it was asked for and what comes through can be seen. */
@Timeout(30)
class ProxyTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    @Test
    void anHttpProxyIsAskedToConnect() throws Exception {
        try (ScriptedPeer proxy = ScriptedPeer.playing(stage -> {
            while (!stage.hear().equals("\r\n")) {
                continue;
            }
            stage.say("HTTP/1.1 200 Connection established\r\n\r\n220 through HTTP\r\n")
                    .hold();
        })) {
            assertEquals("220 through HTTP\r\n", greeting(Proxy.Type.HTTP, proxy));
            assertTrue(proxy.received().startsWith("CONNECT 192.0.2.25:25 HTTP/1.1\r\n"), proxy.received());
        }
    }

    @Test
    void aSocksProxyIsAskedToConnect() throws Exception {
        StringBuffer asked = new StringBuffer();
        try (ScriptedPeer proxy = ScriptedPeer.playing(stage -> {
            InputStream in = stage.socket().getInputStream();
            in.readNBytes(1);
            in.readNBytes(in.read());
            stage.say("\5\0");
            byte[] request = in.readNBytes(10);
            asked.append(request[4] & 0xff)
                    .append('.')
                    .append(request[5] & 0xff)
                    .append(" port ")
                    .append(request[9]);
            stage.say("\5\0\0\1\0\0\0\0\0\0").say("220 through SOCKS\r\n").hold();
        })) {
            assertEquals("220 through SOCKS\r\n", greeting(Proxy.Type.SOCKS, proxy));
            assertEquals("192.0 port 25", asked.toString());
        }
    }

    @Test
    void aProxyThatRefusesIsAValueAndNotAHang() throws Exception {
        try (ScriptedPeer proxy = ScriptedPeer.playing(stage -> {
            while (!stage.hear().equals("\r\n")) {
                continue;
            }
            stage.say("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        })) {
            assertThrows(WireException.class, () -> greeting(Proxy.Type.HTTP, proxy));
        }
    }

    private static String greeting(Proxy.Type type, ScriptedPeer proxy) throws Exception {
        InetSocketAddress where = new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port());
        DialOptions options = new DialOptions(LONG, Optional.empty(), 0, Optional.of(new Proxy(type, where)));
        Target target = new Target("mx.example.net", InetAddress.getByName("192.0.2.25"), 25);
        try (Link link = new TcpDialer(options, LinkLimits.DEFAULT).dial(target, Tap.NONE)) {
            return assertInstanceOf(Incoming.Line.class, link.line(Deadline.in(LONG)))
                    .octets()
                    .latin1();
        }
    }
}
