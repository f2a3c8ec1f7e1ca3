package dev.smtpsh.scan;

import dev.smtpsh.tls.CertificateFacts;
import dev.smtpsh.tls.HandshakeReport;
import dev.smtpsh.tls.registry.CipherSuite;
import dev.smtpsh.wire.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a scan found.
 *
 * @param versions from the newest to the oldest
 * @param groups13 groups of TLS 1.3 in the server's order
 * @param groupsBefore groups of TLS 1.2 and before, likewise
 * @param schemes13 signature schemes of TLS 1.3, in our order
 * @param schemesBefore signature schemes of TLS 1.2, in the server's order
 * @param certificates each certificate that was shown, with when
 * @param handshake a whole handshake, if one came about
 * @param findings what is wrong or worth knowing, worst first
 * @param connections how many were made
 * @param trouble why the scan ended early, or some of it could not be found out
 */
public record ScanReport(
        Target target,
        List<Version> versions,
        List<String> groups13,
        List<String> groupsBefore,
        List<String> schemes13,
        List<String> schemesBefore,
        List<Shown> certificates,
        Optional<HandshakeReport> handshake,
        List<Finding> findings,
        int connections,
        Duration took,
        Optional<String> trouble) {
    public ScanReport {
        versions = List.copyOf(versions);
        groups13 = List.copyOf(groups13);
        groupsBefore = List.copyOf(groupsBefore);
        schemes13 = List.copyOf(schemes13);
        schemesBefore = List.copyOf(schemesBefore);
        certificates = List.copyOf(certificates);
        findings = List.copyOf(findings);
    }

    /** Whether the server speaks TLS at all. */
    public boolean secure() {
        return versions.stream().anyMatch(Version::spoken);
    }

    /**
     * One version and its suites.
     *
     * @param suites those that were taken, in the order in which the server chose them
     * @param order whose order that is
     */
    public record Version(String name, boolean spoken, List<Taken> suites, Order order) {
        public Version {
            suites = List.copyOf(suites);
        }
    }

    /** Whose preference decides. */
    public enum Order {
        SERVER,
        CLIENT,
        /** There is only one suite, or none. */
        NONE
    }

    /** A suite and the group its keys were exchanged in, if it was told. */
    public record Taken(CipherSuite suite, Optional<String> group) {}

    /**
     * A certificate.
     *
     * @param when such as {@code RSA suites} or {@code no SNI}
     */
    public record Shown(String when, CertificateFacts facts) {}

    /**
     * Something found out.
     *
     * @param name a word for programs, such as {@code starttls-injection}
     * @param words as a sentence without full stop
     * @param mend what the owner of the server should do; may be empty
     */
    public record Finding(Grade grade, String name, String words, String mend) {}

    /** How bad it is, worst first. */
    public enum Grade {
        BAD,
        WEAK,
        NOTE,
        GOOD
    }
}
