package dev.smtpsh.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.Peers;
import dev.smtpsh.peers.Postfix;
import dev.smtpsh.scan.ScanReport.Grade;
import dev.smtpsh.scan.ScanReport.Version;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.wire.DialOptions;
import dev.smtpsh.wire.LinkLimits;
import dev.smtpsh.wire.Target;
import dev.smtpsh.wire.TcpDialer;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A scan of Postfix, with sslscan as the judge. */
class ScanIT {
    private static final Pattern SUITE =
            Pattern.compile("(?m)^(?:Preferred|Accepted)\\s+(\\S+)\\s+\\d+ bits\\s+(\\S+)");

    private static Postfix postfix;

    @BeforeAll
    static void start() throws Exception {
        Peers.require("sslscan");
        postfix = Postfix.start();
    }

    @AfterAll
    static void stop() {
        if (postfix != null) {
            postfix.close();
        }
    }

    @Test
    void sslscan_finds_the_same_suites_of_the_same_versions() throws Exception {
        ScanReport report = scan();

        Set<String> ours = new TreeSet<>();
        for (Version version : report.versions()) {
            version.suites()
                    .forEach(one -> ours.add(version.name() + " " + one.suite().openssl()));
        }
        assertEquals(Optional.empty(), report.trouble());
        assertEquals(sslscan(), ours);
    }

    @Test
    void a_sound_starttls_has_no_weakness() throws Exception {
        ScanReport report = scan();

        assertTrue(report.findings().stream()
                .filter(one -> one.name().startsWith("starttls"))
                .allMatch(one -> one.grade() == Grade.GOOD));
        assertEquals(
                2,
                report.findings().stream()
                        .filter(one -> one.name().startsWith("starttls"))
                        .count());
        assertFalse(report.groups13().isEmpty());
        assertFalse(report.schemes13().isEmpty());
        assertFalse(report.schemesBefore().isEmpty());
        assertTrue(report.certificates().get(0).facts().names().contains(Postfix.HOST));
    }

    private static ScanReport scan() throws InterruptedException {
        ScanSettings settings = new ScanSettings(
                ScanSettings.CONNECTIONS,
                ScanSettings.PATIENCE,
                "probe.example",
                false,
                Optional.of(Postfix.HOST),
                Anchors.system());
        Target target = new Target(Postfix.HOST, InetAddress.getLoopbackAddress(), postfix.port());
        return new Scanner(new TcpDialer(DialOptions.DEFAULT, LinkLimits.DEFAULT), settings, Clock.systemUTC())
                .scan(target);
    }

    // sslscan calls ARIA suites as OpenSSL does, and those of TLS 1.3 by their registered names.
    private static Set<String> sslscan() throws Exception {
        Process process = new ProcessBuilder(
                        "sslscan",
                        "--no-colour",
                        "--starttls-smtp",
                        "--sni-name=" + Postfix.HOST,
                        "127.0.0.1:" + postfix.port())
                .start();
        Matcher suites = SUITE.matcher(new String(process.getInputStream().readAllBytes()));
        Set<String> found = new TreeSet<>();
        while (suites.find()) {
            found.add(suites.group(1) + " " + suites.group(2));
        }
        return found;
    }
}
