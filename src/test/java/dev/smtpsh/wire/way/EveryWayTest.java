package dev.smtpsh.wire.way;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.wire.Deadline;
import dev.smtpsh.wire.Incoming;
import dev.smtpsh.wire.Link;
import dev.smtpsh.wire.LinkLimits;
import dev.smtpsh.wire.Tap;
import dev.smtpsh.wire.Target;
import dev.smtpsh.wire.WireException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class EveryWayTest {
    private static final Deadline SOON = Deadline.in(Duration.ofSeconds(20));

    @TempDir
    Path folder;

    @Test
    void aUnixSocketIsReadWhileItIsWritten() throws Exception {
        Path path = folder.resolve("lmtp");
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(path));
            CompletableFuture<String> heard = CompletableFuture.supplyAsync(() -> serve(listener));
            try (Link link = dial(new Target.Local(path))) {
                assertEquals("220 local\r\n", line(link));
                link.send(Octets.latin1("QUIT\r\n"), SOON);
                assertEquals("221 bye\r\n", line(link));
            }
            assertEquals("QUIT\r\n", heard.get());
        }
    }

    @Test
    void aProgramIsSpokenToThroughItsStandardStreams() throws Exception {
        try (Link link = dial(new Target.Child("printf '220 hi\\r\\n'; read line; printf '250 %s\\r\\n' \"$line\""))) {
            assertEquals("220 hi\r\n", line(link));
            link.send(Octets.latin1("NOOP\n"), SOON);
            assertEquals("250 NOOP\r\n", line(link));
            assertInstanceOf(Incoming.Ended.class, link.line(SOON));
        }
    }

    @Test
    void aResetKillsTheProgram() throws Exception {
        Path alive = folder.resolve("pid");
        Link link = dial(new Target.Child("echo $$ > " + alive + "; printf '220 hi\\r\\n'; exec sleep 600"));
        assertEquals("220 hi\r\n", line(link));
        ProcessHandle child = ProcessHandle.of(
                        Long.parseLong(Files.readString(alive).strip()))
                .orElseThrow();
        link.reset();
        child.onExit().get();
    }

    @Test
    void whatIsNotThereIsToldApart() throws Exception {
        Path missing = folder.resolve("nothing");
        WireException none = assertThrows(WireException.class, () -> dial(new Target.Local(missing)));
        assertEquals("there is no such file", none.getMessage());
        Path stale = Files.createFile(folder.resolve("stale"));
        WireException refused = assertThrows(WireException.class, () -> dial(new Target.Local(stale)));
        assertEquals(WireException.Trouble.REFUSED, refused.trouble());
    }

    private static String serve(ServerSocketChannel listener) {
        try (SocketChannel channel = listener.accept()) {
            channel.write(ByteBuffer.wrap("220 local\r\n".getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer heard = ByteBuffer.allocate(100);
            channel.read(heard);
            channel.write(ByteBuffer.wrap("221 bye\r\n".getBytes(StandardCharsets.US_ASCII)));
            return new String(heard.array(), 0, heard.position(), StandardCharsets.US_ASCII);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Link dial(Target.Place place) throws Exception {
        return new EveryWay(
                        (target, tap) -> {
                            throw new AssertionError("no host is meant");
                        },
                        LinkLimits.DEFAULT)
                .dial(new Target("x", place), Tap.NONE);
    }

    private static String line(Link link) throws InterruptedException {
        return assertInstanceOf(Incoming.Line.class, link.line(SOON)).octets().latin1();
    }
}
