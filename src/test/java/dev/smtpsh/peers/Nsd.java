package dev.smtpsh.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A private NSD, authoritative for given zones, on a free loopback port; in the foreground, in a folder of its own. */
public final class Nsd implements AutoCloseable {
    private static final Duration STARTING = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 3;

    private final Path folder;
    private final int port;
    private final Process process;
    private final Thread hook = new Thread(this::stop, "stop-nsd");

    private Nsd(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts one and waits until it answers; skips or fails the test if NSD is not there.
     *
     * @param zones from the name of a zone to its file
     */
    public static Nsd start(Map<String, String> zones) throws Exception {
        Peers.require("nsd");
        AssertionError trouble = null;
        // Between looking for a free port and taking it another program may be faster.
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Nsd nsd = launch(zones);
            try {
                nsd.awaitAnswer();
                return nsd;
            } catch (AssertionError e) {
                trouble = e;
                nsd.close();
            }
        }
        throw trouble;
    }

    /** As {@code --resolver} wants it. */
    public String option() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The machine is going down already, and the hook has run or runs.
        }
    }

    private static Nsd launch(Map<String, String> zones) throws IOException {
        Path folder = Files.createTempDirectory("smtpsh-nsd");
        int port = freePort();
        StringBuilder config = new StringBuilder(SERVER.formatted(folder, port));
        for (Map.Entry<String, String> zone : zones.entrySet()) {
            Path file = folder.resolve(zone.getKey() + ".zone");
            Files.writeString(file, zone.getValue());
            config.append("zone:\n  name: ")
                    .append(zone.getKey())
                    .append("\n  zonefile: ")
                    .append(file)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("nsd.conf"), config);
        Process process = new ProcessBuilder(Peers.find("nsd").orElseThrow().toString(), "-d", "-c", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        Nsd nsd = new Nsd(folder, port, process);
        Runtime.getRuntime().addShutdownHook(nsd.hook);
        return nsd;
    }

    // Asks for the SOA of the root, which it refuses once it is up.
    private void awaitAnswer() throws IOException {
        byte[] query = {0, 7, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 1};
        Instant end = Instant.now().plus(STARTING);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(100);
            while (process.isAlive() && Instant.now().isBefore(end)) {
                socket.send(new DatagramPacket(query, query.length, InetAddress.getLoopbackAddress(), port));
                try {
                    socket.receive(new DatagramPacket(new byte[512], 512));
                    return;
                } catch (SocketTimeoutException e) {
                    // Not up yet.
                }
            }
        }
        throw new AssertionError(
                "NSD does not answer\n" + Files.readString(folder.resolve("out"), StandardCharsets.ISO_8859_1));
    }

    private synchronized void stop() {
        if (!Files.exists(folder)) {
            return;
        }
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            all.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static final String SERVER = """
            server:
              ip-address: 127.0.0.1
              port: %2$d
              server-count: 1
              username: ""
              chroot: ""
              zonesdir: "%1$s"
              database: ""
              pidfile: "%1$s/nsd.pid"
              xfrdfile: "%1$s/xfrd.state"
              zonelistfile: "%1$s/zone.list"
              hide-version: yes
              verbosity: 1
            remote-control:
              control-enable: no
            """;
}
