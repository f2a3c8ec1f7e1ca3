package dev.smtpsh.wire.way;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.wire.way.ProxyHeader.Told;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProxyHeaderTest {
    private static final String SIGNATURE = "0d0a0d0a000d0a515549540a";

    @Test
    void versionOneIsALine() throws Exception {
        assertEquals(
                "PROXY TCP4 192.0.2.7 192.0.2.25 4711 25\r\n",
                told(1, "192.0.2.7", 4711, "192.0.2.25", 25).latin1());
        assertEquals(
                "PROXY TCP6 2001:db8:0:0:0:0:0:7 2001:db8:0:0:0:0:0:25 4711 25\r\n",
                told(1, "2001:db8::7", 4711, "2001:db8::25", 25).latin1());
        assertEquals("PROXY UNKNOWN\r\n", nobody(1).latin1());
    }

    @Test
    void versionTwoIsBinary() throws Exception {
        assertEquals(
                SIGNATURE + "2111000c" + "c0000207" + "c0000219" + "1267" + "0019",
                hex(told(2, "192.0.2.7", 4711, "192.0.2.25", 25)));
        assertEquals(
                SIGNATURE + "21210024" + "20010db8000000000000000000000007" + "20010db8000000000000000000000025"
                        + "1267" + "0019",
                hex(told(2, "2001:db8::7", 4711, "2001:db8::25", 25)));
        assertEquals(SIGNATURE + "20000000", hex(nobody(2)));
    }

    @Test
    void oneOfEachFamilyIsWrittenAsIpv6() throws Exception {
        assertEquals(
                "PROXY TCP6 ::ffff:192.0.2.7 2001:db8:0:0:0:0:0:25 1 25\r\n",
                told(1, "192.0.2.7", 1, "2001:db8::25", 25).latin1());
        assertEquals(
                SIGNATURE + "21210024" + "00000000000000000000ffffc0000207" + "20010db8000000000000000000000025"
                        + "0001" + "0019",
                hex(told(2, "192.0.2.7", 1, "2001:db8::25", 25)));
    }

    @Test
    void whatIsLeftOutIsTheConnectionsOwn() throws Exception {
        Octets own = new Told(1, false, Optional.empty(), Optional.empty())
                .octets(Optional.of(end("127.0.0.1", 5)), Optional.of(end("127.0.0.1", 25)));
        assertEquals("PROXY TCP4 127.0.0.1 127.0.0.1 5 25\r\n", own.latin1());
        // A UNIX socket has no address to tell.
        assertEquals(
                "PROXY UNKNOWN\r\n",
                new Told(1, false, Optional.empty(), Optional.empty())
                        .octets(Optional.empty(), Optional.empty())
                        .latin1());
    }

    private static Octets told(int version, String from, int fromPort, String to, int toPort) throws Exception {
        return new Told(version, false, Optional.of(end(from, fromPort)), Optional.of(end(to, toPort)))
                .octets(Optional.empty(), Optional.empty());
    }

    private static Octets nobody(int version) {
        return new Told(version, true, Optional.empty(), Optional.empty()).octets(Optional.empty(), Optional.empty());
    }

    private static InetSocketAddress end(String address, int port) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName(address), port);
    }

    private static String hex(Octets octets) {
        return HexFormat.of().formatHex(octets.toByteArray());
    }
}
