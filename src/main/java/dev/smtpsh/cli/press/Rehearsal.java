package dev.smtpsh.cli.press;

import dev.smtpsh.cli.Cli;
import dev.smtpsh.cli.Streams;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.client.ClientLayer;
import dev.smtpsh.tls.client.TlsChoice;
import dev.smtpsh.tls.server.CertificateMaker;
import dev.smtpsh.tls.server.ServerChoice;
import dev.smtpsh.tls.server.ServerIdentity;
import dev.smtpsh.tls.server.ServerLayer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;

/**
 * Runs the commonest commands once, to nobody, so that the build can keep the classes they load in an archive from which a
 * later start is faster.
 */
public final class Rehearsal {
    // As small as can be: a start with them takes the longer the more classes there are.
    private static final List<List<String>> ANSWERS = List.of(
            List.of("explain", "550"),
            List.of("explain", "550", "5.7.1", "Relay access denied"),
            List.of("explain", "--json", "5.7.1"),
            List.of("annotate", "-"),
            List.of("annotate", "--summary", "-"));
    private static final List<List<String>> CONVERSATIONS = List.of(
            List.of("--json", "practice:normal"),
            List.of("practice:normal"),
            List.of("run", "-"),
            // Nobody listens there; with nobody it ends at once, with somebody soon.
            List.of("mx", "--resolver", "127.0.0.1:1", "--dns-timeout", "300ms", "a.example"));
    private static final String SCRIPT =
            "@title x\n@timeout 30s\n@var host=practice:normal\nopen {{host}}\n220\nEHLO {{helo}}\n"
                    + "250\n? has STARTTLS\n? size >= 1 MiB\nSTARTTLS\n220\n? tls version >= TLSv1.2\n? tls trusted\n"
                    + "? tls cert days-left >= 1\nEHLO {{helo}}\n? not has STARTTLS\nMAIL FROM:<>\n2xx\n"
                    + "RCPT TO:<amy@practice.test>\n250 or 451 4.7.1 within 10m every 1m\nRSET\nQUIT\n221\n"
                    // Nobody listens there, which is told as a failure.
                    + "open 127.0.0.1:1\n";
    private static final String DIALOGUE = "EHLO a.example\nMAIL FROM: a\nSTARTTLS\nEHLO a.example\nMAIL FROM:<>\n"
            + "RCPT TO:<nobody@practice.test>\nRCPT TO:<amy@practice.test>\nDATA\nSubject: x\n\nx\n.\nQUIT\n";

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Rehearsal() {}

    /**
     * Rehearses one part of them.
     *
     * @param what {@code answers}, or else conversations
     */
    public static void run(String what) {
        // The environment's classes too, which every start loads.
        Map.copyOf(System.getenv());
        PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        for (List<String> command : what.equals("answers") ? ANSWERS : CONVERSATIONS) {
            String lines = command.get(0).equals("run") ? SCRIPT : DIALOGUE;
            ByteArrayInputStream in = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
            Cli.over(new Streams(in, nobody, nobody, false, false, Map.of("LC_ALL", "C.UTF-8")), "rehearsal")
                    .run(command);
        }
        if (!what.equals("answers")) {
            handshake();
            atTerminal(nobody);
        }
    }

    // The practice server's keys are of the other kind than most servers'.
    private static void handshake() {
        CertificateMaker maker = new CertificateMaker(Clock.systemUTC());
        ServerIdentity identity = maker.rsa(2048, "mx.example");
        Anchors anchors = Anchors.only(List.of(maker.authority()));
        ClientLayer client = new ClientLayer("mx.example", TlsChoice.DEFAULT, anchors, Clock.systemUTC());
        ServerLayer server = new ServerLayer(identity, ServerChoice.DEFAULT);
        try {
            server.begin();
            client.begin();
            for (int flight = 0; flight < 4; flight++) {
                server.received(client.outgoing());
                client.received(server.outgoing());
            }
            client.report();
            Signature.getInstance("SHA256withRSA").initVerify(identity.leaf().getPublicKey());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the rehearsal of a handshake failed: " + e.getMessage(), e);
        }
    }

    // A terminal of another kind than the system's, but by far the most of its classes are the same. It has a thread of
    // its own, since nothing must keep a build from going on.
    private static void atTerminal(PrintStream nobody) {
        byte[] keys = (DIALOGUE.replace("\n.\n", "\n.\nnext\n") + "exit\n")
                .replace('\n', '\r')
                .getBytes(StandardCharsets.UTF_8);
        Streams streams = new Streams(
                new ByteArrayInputStream(keys),
                nobody,
                nobody,
                true,
                true,
                Map.of("LC_ALL", "C.UTF-8", "TERM", "xterm"));
        // The terminal's end has something to say that nobody needs to know.
        LogManager.getLogManager().reset();
        Thread operator =
                new Thread(() -> Cli.over(streams, "rehearsal").run(List.of("practice:normal")), "smtpsh-rehearsal");
        operator.setDaemon(true);
        operator.start();
        try {
            operator.join(LONGEST.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
