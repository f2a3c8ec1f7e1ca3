package dev.smtpsh.tls.client;

import dev.smtpsh.tls.Alert;
import dev.smtpsh.tls.Remark;
import dev.smtpsh.tls.Terms;
import dev.smtpsh.tls.TlsVersion;
import dev.smtpsh.tls.certificate.CertificateExaminer;
import dev.smtpsh.tls.certificate.CertificateExaminer.Evidence;
import dev.smtpsh.tls.registry.ExtensionName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.AlertLevel;

/** What is noted while a handshake goes on: Bouncy Castle forgets it when the handshake ends or fails. */
final class Observed {
    private final List<byte[]> chain = new ArrayList<>();
    private Optional<TlsVersion> version = Optional.empty();
    private Optional<String> suite = Optional.empty();
    private Optional<String> group = Optional.empty();
    private Optional<Alert> received = Optional.empty();
    private Optional<Alert> raised = Optional.empty();
    private Optional<String> signature = Optional.empty();
    private Optional<String> alpn = Optional.empty();
    private Optional<byte[]> staple = Optional.empty();
    private Optional<byte[]> timestamps = Optional.empty();
    private Optional<Duration> lifetime = Optional.empty();
    private final Set<Integer> extensions = new TreeSet<>();
    private int tickets;
    private boolean sessionId;
    private boolean resumed;
    private int groupBits;
    private boolean complete;
    private boolean closeNotify;
    private Optional<String> askedForCertificate = Optional.empty();
    private boolean nameUnknown;
    private boolean renegotiatesUnsafely;

    void version(int number) {
        for (TlsVersion one : TlsVersion.values()) {
            if (one.number() == number) {
                version = Optional.of(one);
            }
        }
        // What was prepared for a TLS 1.3 key share is not what an older version uses.
        group = Optional.empty();
        groupBits = 0;
    }

    void suite(int number) {
        suite = Optional.of(Suite.name(number));
    }

    void group(String name) {
        group = Optional.of(name);
    }

    /** A group of Diffie-Hellman over a prime field, which may be too small. */
    void group(String name, int bits) {
        group = Optional.of(name);
        groupBits = bits;
    }

    void signature(String scheme) {
        signature = Optional.of(scheme);
    }

    void extension(int number) {
        extensions.add(number);
    }

    void alpn(String protocol) {
        alpn = Optional.of(protocol);
    }

    void staple(byte[] der) {
        staple = Optional.of(der);
    }

    void timestamps(byte[] list) {
        timestamps = Optional.of(list);
    }

    void sessionId() {
        sessionId = true;
    }

    void resumed() {
        resumed = true;
    }

    void ticket(Duration goodFor) {
        tickets++;
        lifetime = Optional.of(goodFor);
    }

    void certificate(byte[] der) {
        chain.add(der.clone());
    }

    /**
     * The server asked for a client certificate.
     *
     * @param sent whether it gets one
     * @param there whether there is one
     */
    void askedForCertificate(boolean sent, boolean there) {
        String came =
                sent ? "ours was sent" : there ? "none was sent, as it takes no signature of our key" : "none was sent";
        askedForCertificate = Optional.of("the server asked for a client certificate; " + came);
    }

    void renegotiatesUnsafely() {
        renegotiatesUnsafely = true;
    }

    void complete() {
        complete = true;
    }

    void alertReceived(int level, int number) {
        if (number == AlertDescription.close_notify && complete) {
            closeNotify = true;
        } else if (level == AlertLevel.warning && number == AlertDescription.unrecognized_name) {
            nameUnknown = true;
        } else if (level == AlertLevel.fatal || number == AlertDescription.close_notify) {
            received = received.or(() -> Optional.of(Alert.received(number)));
        }
    }

    void alertRaised(int level, int number, String detail) {
        if (level == AlertLevel.fatal) {
            raised = raised.or(() -> Optional.of(Alert.raised(number, detail)));
        }
    }

    List<byte[]> chain() {
        return List.copyOf(chain);
    }

    Evidence evidence() {
        return new Evidence(chain, staple, timestamps);
    }

    /** What was agreed on, with what an examination found. */
    Terms terms(List<String> alpnOffered, boolean resuming, CertificateExaminer.Result found) {
        return new Terms(
                signature,
                extensions.stream().map(ExtensionName::of).toList(),
                alpnOffered,
                alpn,
                new Terms.Resumption(resuming, resumed, sessionId, tickets, lifetime),
                found.staple(),
                found.timestamps(),
                found.dane());
    }

    boolean isComplete() {
        return complete;
    }

    boolean closeNotifySeen() {
        return closeNotify;
    }

    Optional<TlsVersion> version() {
        return version;
    }

    Optional<String> suite() {
        return suite;
    }

    Optional<String> group() {
        return group;
    }

    /** The peer's alert if there is one: ours is then only the consequence. */
    Optional<Alert> alert() {
        return received.or(() -> raised);
    }

    /** What is weak or odd about the handshake itself; the certificates are examined elsewhere. */
    List<Remark> remarks() {
        List<Remark> found = new ArrayList<>();
        version.filter(TlsVersion::outdated)
                .ifPresent(old -> found.add(new Remark(
                        Remark.Kind.OLD_VERSION,
                        old.words() + " is out of date; many senders no longer speak it (RFC 8996)",
                        "Turn on TLS 1.2 and 1.3 in the mail server.",
                        false)));
        suite.flatMap(Suite::weakness)
                .ifPresent(words -> found.add(new Remark(
                        Remark.Kind.WEAK_SUITE,
                        words,
                        "Put ECDHE suites with AES-GCM first in the mail server.",
                        false)));
        if (groupBits > 0 && groupBits < 2048) {
            found.add(new Remark(
                    Remark.Kind.WEAK_KEY,
                    "the Diffie-Hellman group has only " + groupBits + " bits; 2048 is the least (RFC 9325 4.5)",
                    "Give the mail server a group of 2048 bits, or leave it to ECDHE.",
                    false));
        }
        if (renegotiatesUnsafely) {
            found.add(new Remark(
                    Remark.Kind.OTHER,
                    "the server does not know secure renegotiation (RFC 5746); many senders refuse such servers",
                    "Update the TLS library of the mail server.",
                    false));
        }
        if (nameUnknown) {
            found.add(other("the server says that it does not know this name, and goes on with another certificate"));
        }
        askedForCertificate.ifPresent(words -> found.add(other(words)));
        return found;
    }

    private static Remark other(String words) {
        return new Remark(Remark.Kind.OTHER, words, "Nothing, if this is meant so.", false);
    }
}
