package dev.smtpsh.scan;

import dev.smtpsh.scan.ScanReport.Finding;
import dev.smtpsh.scan.ScanReport.Grade;
import dev.smtpsh.scan.ScanReport.Order;
import dev.smtpsh.scan.ScanReport.Version;
import dev.smtpsh.tls.hello.HelloAnswer;
import dev.smtpsh.tls.registry.CipherSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What versions, suites and groups say about a server. */
final class Findings {
    private static final int RENEGOTIATION_INFO = 0xFF01;
    private static final int ENOUGH_BITS = 2048;

    private final List<Version> versions;
    private final List<HelloAnswer> answers;
    private final List<String> groups13;
    private final List<Finding> found = new ArrayList<>();

    Findings(List<Version> versions, List<HelloAnswer> answers, List<String> groups13) {
        this.versions = versions;
        this.answers = answers;
        this.groups13 = groups13;
    }

    List<Finding> all() {
        versions();
        suites();
        handshakes();
        groups();
        return found;
    }

    private void versions() {
        if (spoken("SSLv3")) {
            add(Grade.BAD, "sslv3", "SSL 3.0 is spoken, which is broken (RFC 7568)", "Turn it off.");
        }
        List<String> old =
                List.of("TLSv1.0", "TLSv1.1").stream().filter(this::spoken).toList();
        if (!old.isEmpty()) {
            add(
                    Grade.WEAK,
                    "old-version",
                    String.join(" and ", old) + (old.size() > 1 ? " are" : " is") + " spoken (RFC 8996 forbids it)",
                    "Turn it off where no old partner needs it; on port 25 it is still better than plain text.");
        }
        boolean some = versions.stream().anyMatch(Version::spoken);
        if (some && !spoken("TLSv1.2") && !spoken("TLSv1.3")) {
            add(Grade.BAD, "no-modern-version", "neither TLS 1.2 nor 1.3 is spoken", "Update the mail server.");
        } else if (some && !spoken("TLSv1.3")) {
            add(Grade.NOTE, "no-tls13", "TLS 1.3 is not spoken", "Update the TLS library of the mail server.");
        }
        if (versions.stream()
                .anyMatch(one -> one.order() == Order.CLIENT && !one.name().equals("TLSv1.3"))) {
            add(Grade.NOTE, "client-order", "the client's order of suites decides, not the server's", "");
        }
    }

    private void suites() {
        String broken = suites(CipherSuite::broken);
        if (!broken.isEmpty()) {
            add(Grade.BAD, "broken-suites", "suites that protect nothing or are broken: " + broken, "Turn them off.");
        }
        String dated = suites(CipherSuite::dated);
        if (!dated.isEmpty()) {
            add(
                    Grade.NOTE,
                    "dated-suites",
                    "suites without forward secrecy or with an old cipher: " + dated,
                    "Turn them off where no old partner needs them.");
        }
    }

    private void handshakes() {
        int bits = answers.stream()
                .mapToInt(HelloAnswer::groupBits)
                .filter(one -> one > 0)
                .min()
                .orElse(ENOUGH_BITS);
        if (bits < ENOUGH_BITS) {
            add(
                    Grade.WEAK,
                    "weak-group",
                    "the Diffie-Hellman group has only " + bits + " bits; 2048 is the least (RFC 9325 4.5)",
                    "Give the mail server a group of 2048 bits, or leave it to ECDHE.");
        }
        if (answers.stream().anyMatch(HelloAnswer::compressed)) {
            add(Grade.BAD, "compression", "TLS compression is used (CVE-2012-4929)", "Turn it off.");
        }
        List<HelloAnswer> before = answers.stream()
                .filter(one -> one.version() > 0x0300 && one.version() < 0x0304)
                .toList();
        if (before.stream().anyMatch(one -> !one.extensions().contains(RENEGOTIATION_INFO))) {
            add(
                    Grade.WEAK,
                    "renegotiation",
                    "secure renegotiation is not known (RFC 5746); many senders refuse such servers",
                    "Update the TLS library of the mail server.");
        }
    }

    private void groups() {
        if (!spoken("TLSv1.3")) {
            return;
        }
        List<String> quantum =
                groups13.stream().filter(one -> one.contains("MLKEM")).toList();
        if (quantum.isEmpty()) {
            add(
                    Grade.NOTE,
                    "no-post-quantum",
                    "no group holds against a quantum computer (such as X25519MLKEM768)",
                    "A newer TLS library has it, OpenSSL from 3.5 on.");
        } else {
            add(Grade.GOOD, "post-quantum", "post-quantum groups: " + String.join(", ", quantum), "");
        }
    }

    private String suites(Predicate<CipherSuite> which) {
        return versions.stream()
                .flatMap(one -> one.suites().stream())
                .map(ScanReport.Taken::suite)
                .filter(which)
                .map(CipherSuite::name)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private boolean spoken(String name) {
        return versions.stream().anyMatch(one -> one.spoken() && one.name().equals(name));
    }

    private void add(Grade grade, String name, String words, String mend) {
        found.add(new Finding(grade, name, words, mend));
    }
}
