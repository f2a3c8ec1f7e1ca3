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
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A private Postfix on a free loopback port, with a folder of its own and nothing shared with an installed one. It
 * takes mail for {@code amy} and {@code bob} at {@code practice.test} and {@code localhost}, knows nobody else there,
 * relays nothing and offers STARTTLS. Needs root.
 */
public final class Postfix implements AutoCloseable {
    public static final String HOST = "mx.practice.test";
    public static final String DOMAIN = "practice.test";

    private static final Duration GREETING = Duration.ofSeconds(30);
    private static final Duration STOPPING = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 3;

    private final Path folder;
    private final int port;
    private final int proxiedPort;
    private final int trustingPort;
    private final List<String> settings;
    private final Thread hook = new Thread(this::stop, "stop-postfix");

    private Postfix(Path folder, int port, int proxiedPort, int trustingPort, List<String> settings) {
        this.folder = folder;
        this.port = port;
        this.proxiedPort = proxiedPort;
        this.trustingPort = trustingPort;
        this.settings = settings;
    }

    /** Starts one and waits for its greeting; skips or fails the test if Postfix or openssl is not there. */
    public static Postfix start() throws IOException {
        return startWith();
    }

    /** The same with further lines of {@code main.cf}, which come last and so win. */
    public static Postfix startWith(String... settings) throws IOException {
        Peers.require("postfix", "postconf", "openssl");
        Peers.requireRoot();
        AssertionError trouble = null;
        // Between looking for a free port and taking it another program may be faster.
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Postfix postfix = new Postfix(furnished(), freePort(), freePort(), freePort(), List.of(settings));
            try {
                postfix.launch();
                return postfix;
            } catch (AssertionError e) {
                trouble = e;
                postfix.close();
            }
        }
        throw trouble;
    }

    public int port() {
        return port;
    }

    /** Where it wants a header of the PROXY protocol first. */
    public int proxiedPort() {
        return proxiedPort;
    }

    /** Where it lets clients pretend to be others: XCLIENT and XFORWARD. */
    public int trustingPort() {
        return trustingPort;
    }

    /** The folder with its configuration, for {@code sendmail -C}. */
    public Path configuration() {
        return folder.resolve("etc");
    }

    /** The certificate it shows, in PEM; signed by itself. */
    public Path certificate() {
        return folder.resolve("cert.pem");
    }

    /** What it logged so far. */
    public String log() throws IOException {
        Path log = folder.resolve("mail.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** The messages delivered to {@code amy} or {@code bob} so far, as they stand in the maildir. */
    public List<String> mailOf(String user) throws IOException {
        Path arrived = folder.resolve("mail").resolve(user).resolve("new");
        if (!Files.isDirectory(arrived)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(arrived)) {
            return files.sorted().map(Postfix::read).toList();
        }
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

    private void launch() throws IOException {
        Runtime.getRuntime().addShutdownHook(hook);
        configure();
        Program.Result started = postfix("start");
        if (started.exit() != 0) {
            throw new AssertionError("Postfix did not start:\n" + started.out() + started.err() + log());
        }
        awaitGreeting();
    }

    // master listens before "start" returns, so one connection is enough; smtpd answers when it is up.
    private void awaitGreeting() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) GREETING.toMillis());
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String greeting = reader.readLine();
            if (greeting == null || !greeting.startsWith("220 ")) {
                throw new AssertionError("Postfix greets with " + greeting + "\n" + log());
            }
            socket.getOutputStream().write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            reader.readLine();
        }
    }

    private static Path furnished() throws IOException {
        Path folder = Files.createTempDirectory("smtpsh-postfix");
        // Postfix's own user has to pass through.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String name : List.of("etc", "queue", "data", "mail")) {
            Files.createDirectory(folder.resolve(name));
        }
        var users = folder.getFileSystem().getUserPrincipalLookupService();
        Files.setOwner(folder.resolve("data"), users.lookupPrincipalByName("postfix"));
        Files.setOwner(folder.resolve("mail"), users.lookupPrincipalByName("nobody"));
        return folder;
    }

    private void configure() throws IOException {
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
                        "/CN=" + HOST,
                        "-addext",
                        "subjectAltName=DNS:" + HOST + ",DNS:localhost",
                        "-keyout",
                        folder.resolve("key.pem").toString(),
                        "-out",
                        certificate().toString())
                .run()
                .wentWell();
        Files.writeString(
                folder.resolve("etc/main.cf"),
                MAIN.formatted(folder, HOST, DOMAIN) + String.join("\n", settings) + "\n");
        Files.writeString(folder.resolve("etc/master.cf"), MASTER.formatted(port, proxiedPort, trustingPort));
    }

    private Program.Result postfix(String action) {
        String program = Peers.find("postfix").orElseThrow().toString();
        return Program.of(program, "-c", folder.resolve("etc").toString(), action)
                .run();
    }

    private synchronized void stop() {
        if (!Files.exists(folder)) {
            return;
        }
        List<ProcessHandle> processes = processes();
        if (!processes.isEmpty()) {
            // "stop" would do the same and then look only once a second whether it is over.
            postfix("abort");
            processes.forEach(Postfix::awaitEnd);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Postfix::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** master and what it has started; empty if it does not run. */
    private List<ProcessHandle> processes() {
        Path pid = folder.resolve("queue/pid/master.pid");
        if (!Files.exists(pid)) {
            return List.of();
        }
        return ProcessHandle.of(Long.parseLong(read(pid).trim())).stream()
                .flatMap(master -> Stream.concat(Stream.of(master), master.descendants()))
                .toList();
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(STOPPING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
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

    private static final String MAIN = """
            compatibility_level = 3.6
            queue_directory = %1$s/queue
            data_directory = %1$s/data
            maillog_file = %1$s/mail.log
            maillog_file_prefixes = %1$s
            myhostname = %2$s
            mydomain = %3$s
            mydestination = %3$s, localhost
            inet_interfaces = loopback-only
            inet_protocols = ipv4
            # Nobody is trusted, least of all the test that comes from this very machine.
            mynetworks =
            smtpd_relay_restrictions = reject_unauth_destination
            # amy and bob are no users of this machine: virtual(8) delivers to folders.
            local_transport = virtual
            local_recipient_maps = $virtual_mailbox_maps
            virtual_mailbox_maps = inline:{ {amy@%3$s = amy/}, {bob@%3$s = bob/},
                {amy@localhost = amy/}, {bob@localhost = bob/} }
            virtual_mailbox_base = %1$s/mail
            virtual_minimum_uid = 1
            virtual_uid_maps = static:65534
            virtual_gid_maps = static:65534
            virtual_mailbox_limit = 0
            alias_maps =
            alias_database =
            smtpd_tls_security_level = may
            smtpd_tls_cert_file = %1$s/cert.pem
            smtpd_tls_key_file = %1$s/key.pem
            # Tests make mistakes on purpose, fast and often, and ask no name server.
            smtpd_peername_lookup = no
            smtp_dns_support_level = disabled
            smtpd_error_sleep_time = 0
            smtpd_soft_error_limit = 1000
            smtpd_hard_error_limit = 1000
            smtpd_client_connection_count_limit = 0
            notify_classes =
            biff = no
            """;

    private static final String MASTER = """
            127.0.0.1:%1$d inet n - n - - smtpd
            127.0.0.1:%2$d inet n - n - - smtpd
              -o smtpd_upstream_proxy_protocol=haproxy
            127.0.0.1:%3$d inet n - n - - smtpd
              -o smtpd_authorized_xclient_hosts=127.0.0.1
              -o smtpd_authorized_xforward_hosts=127.0.0.1
            pickup    unix  n - n 60    1 pickup
            cleanup   unix  n - n -     0 cleanup
            qmgr      unix  n - n 300   1 qmgr
            tlsmgr    unix  - - n 1000? 1 tlsmgr
            rewrite   unix  - - n -     - trivial-rewrite
            bounce    unix  - - n -     0 bounce
            defer     unix  - - n -     0 bounce
            trace     unix  - - n -     0 bounce
            verify    unix  - - n -     1 verify
            flush     unix  n - n 1000? 0 flush
            proxymap  unix  - - n -     - proxymap
            proxywrite unix - - n -     1 proxymap
            smtp      unix  - - n -     - smtp
            relay     unix  - - n -     - smtp
            showq     unix  n - n -     - showq
            error     unix  - - n -     - error
            retry     unix  - - n -     - error
            discard   unix  - - n -     - discard
            local     unix  - n n -     - local
            virtual   unix  - n n -     - virtual
            lmtp      unix  - - n -     - lmtp
            anvil     unix  - - n -     1 anvil
            scache    unix  - - n -     1 scache
            postlog   unix-dgram n - n - 1 postlogd
            """;
}
