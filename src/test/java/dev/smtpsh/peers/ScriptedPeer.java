package dev.smtpsh.peers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A peer on loopback that does exactly what a test tells it, for one connection, and remembers what it was sent. */
public final class ScriptedPeer implements AutoCloseable {
    /** What the peer does once somebody has connected. */
    public interface Script {
        void play(Stage stage) throws Exception;
    }

    private final ServerSocket listener;
    private final CompletableFuture<String> received = new CompletableFuture<>();
    private final CountDownLatch released = new CountDownLatch(1);

    private ScriptedPeer(ServerSocket listener) {
        this.listener = listener;
    }

    public static ScriptedPeer playing(Script script) throws IOException {
        ScriptedPeer peer = new ScriptedPeer(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(() -> peer.serve(script), "scripted-peer");
        thread.setDaemon(true);
        thread.start();
        return peer;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Everything the peer read, once its script is over. */
    public String received() throws Exception {
        released.countDown();
        return received.get(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        released.countDown();
        listener.close();
    }

    private void serve(Script script) {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        try (Socket socket = listener.accept()) {
            script.play(new Stage(socket, seen, released));
        } catch (Exception e) {
            // The client hung up in mid script: what was seen by then is what counts.
        } finally {
            received.complete(seen.toString(StandardCharsets.ISO_8859_1));
        }
    }

    /** The peer's end of the connection. */
    public static final class Stage {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private final ByteArrayOutputStream seen;
        private final CountDownLatch released;

        Stage(Socket socket, ByteArrayOutputStream seen, CountDownLatch released) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            this.out = socket.getOutputStream();
            this.seen = seen;
            this.released = released;
        }

        /** Says octets, one for each character. */
        public Stage say(String octets) throws IOException {
            out.write(octets.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return this;
        }

        /** Reads one line up to LF, or to the end. */
        public String hear() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int octet = in.read(); octet >= 0; octet = in.read()) {
                seen.write(octet);
                line.append((char) octet);
                if (octet == '\n') {
                    break;
                }
            }
            return line.toString();
        }

        /** Reads to the end of the stream. */
        public void hearAll() throws IOException {
            for (int octet = in.read(); octet >= 0; octet = in.read()) {
                seen.write(octet);
            }
        }

        /** Keeps the connection open, silent, until the test is over. */
        public void hold() throws InterruptedException {
            released.await(30, TimeUnit.SECONDS);
        }

        /** Closes with a TCP reset. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        public Socket socket() {
            return socket;
        }
    }
}
