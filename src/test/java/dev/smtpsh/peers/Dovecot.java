package dev.smtpsh.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A private Dovecot with its submission and LMTP services on free loopback ports and in a folder of its own. Its user is
 * {@code amy}, password {@code s3cretpw}; whatever she sends is handed on to a relay. Needs root.
 */
public final class Dovecot implements AutoCloseable {
    private static final Duration STARTING = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Path folder;
    private final int port;
    private final int lmtpPort;
    private final Process process;
    private final Thread hook = new Thread(this::stop, "stop-dovecot");

    private Dovecot(Path folder, int port, int lmtpPort, Process process) {
        this.folder = folder;
        this.port = port;
        this.lmtpPort = lmtpPort;
        this.process = process;
    }

    /**
     * Starts one and waits for its greeting; skips or fails the test if it is not there.
     *
     * @param relay the port on loopback where it hands mail on; it connects there at each login
     */
    public static Dovecot start(int relay) throws IOException {
        Peers.require("dovecot", "/usr/lib/dovecot/submission", "/usr/lib/dovecot/lmtp", "openssl");
        Peers.requireRoot();
        Path folder = Files.createTempDirectory("smtpsh-dovecot");
        // Dovecot's own users have to pass through.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.setOwner(
                home, home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        Files.writeString(folder.resolve("users"), "amy:{PLAIN}s3cretpw:65534:65534::%1$s/home\n".formatted(folder));
        certify(folder);
        int port = freePort();
        int lmtpPort = freePort();
        Path file = Files.writeString(
                folder.resolve("dovecot.conf"), CONFIGURATION.formatted(folder, port, relay, lmtpPort));
        Process process = new ProcessBuilder(
                        Peers.find("dovecot").orElseThrow().toString(), "-F", "-c", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        Dovecot dovecot = new Dovecot(folder, port, lmtpPort, process);
        Runtime.getRuntime().addShutdownHook(dovecot.hook);
        dovecot.awaitGreeting();
        return dovecot;
    }

    public int port() {
        return port;
    }

    /** Where it takes mail by LMTP: for {@code amy}, and for nobody else. */
    public int lmtpPort() {
        return lmtpPort;
    }

    /** The UNIX socket with the same service. */
    public Path lmtpSocket() {
        return folder.resolve("run/lmtp");
    }

    /** What it logged so far. */
    public String log() throws IOException {
        Path log = folder.resolve("dovecot.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** Stops it and removes its folder. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The machine is going down already, and the hook has run or runs.
        }
    }

    private void awaitGreeting() throws IOException {
        long end = System.nanoTime() + STARTING.toNanos();
        while (!greets()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                String said = Files.readString(folder.resolve("out")) + log();
                close();
                throw new AssertionError("Dovecot did not start:\n" + said);
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    private boolean greets() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) STARTING.toMillis());
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String greeting = reader.readLine();
            return greeting != null && greeting.startsWith("220 ");
        } catch (IOException e) {
            return false;
        }
    }

    private static void certify(Path folder) {
        Program.of(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-days",
                        "30",
                        "-subj",
                        "/CN=mx.practice.test",
                        "-keyout",
                        folder.resolve("key.pem").toString(),
                        "-out",
                        folder.resolve("cert.pem").toString())
                .run()
                .wentWell();
    }

    private synchronized void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STARTING.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Dovecot::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static final String CONFIGURATION = """
            base_dir = %1$s/run
            state_dir = %1$s/state
            log_path = %1$s/dovecot.log
            protocols = submission lmtp
            listen = 127.0.0.1
            hostname = mx.practice.test
            ssl = yes
            ssl_cert = <%1$s/cert.pem
            ssl_key = <%1$s/key.pem
            disable_plaintext_auth = no
            auth_mechanisms = plain login cram-md5 scram-sha-1 scram-sha-256
            auth_failure_delay = 0
            mail_location = maildir:~/mail
            submission_relay_host = 127.0.0.1
            submission_relay_port = %3$d
            submission_relay_ssl = no
            passdb {
              driver = passwd-file
              args = scheme=PLAIN username_format=%%u %1$s/users
            }
            userdb {
              driver = passwd-file
              args = username_format=%%n %1$s/users
            }
            service lmtp {
              inet_listener lmtp {
                port = %4$d
              }
              unix_listener lmtp {
                mode = 0600
              }
            }
            postmaster_address = postmaster@practice.test
            service submission-login {
              inet_listener submission {
                port = %2$d
              }
            }
            """;
}
