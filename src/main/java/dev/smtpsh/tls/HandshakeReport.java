package dev.smtpsh.tls;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a handshake showed, finished or not.
 *
 * @param complete whether it succeeded
 * @param version such as {@code TLSv1.3}
 * @param suite the cipher suite by its registered name
 * @param group the group of the key exchange, such as {@code x25519}
 * @param serverName the name sent as SNI
 * @param chain the certificates as sent, the server's own first
 * @param remarks everything wrong or weak, worst first
 * @param alert the alert that ended it
 * @param took from the first octet sent to the end
 * @param terms what else was agreed on, and what the server brought along
 */
public record HandshakeReport(
        boolean complete,
        Optional<String> version,
        Optional<String> suite,
        Optional<String> group,
        Optional<String> serverName,
        List<CertificateFacts> chain,
        List<Remark> remarks,
        Optional<Alert> alert,
        Duration took,
        Terms terms) {
    public HandshakeReport {
        chain = List.copyOf(chain);
        remarks = List.copyOf(remarks);
    }

    /** Of a handshake of which nothing more is known. */
    public HandshakeReport(
            boolean complete,
            Optional<String> version,
            Optional<String> suite,
            Optional<String> group,
            Optional<String> serverName,
            List<CertificateFacts> chain,
            List<Remark> remarks,
            Optional<Alert> alert,
            Duration took) {
        this(complete, version, suite, group, serverName, chain, remarks, alert, took, Terms.NONE);
    }

    /** The same with other remarks. */
    public HandshakeReport withRemarks(List<Remark> others) {
        return new HandshakeReport(complete, version, suite, group, serverName, chain, others, alert, took, terms);
    }

    /**
     * Whether a sender that checks certificates would trust this server under the name it was called. TLSA records
     * decide alone where there are some (RFC 7672 2.2): what public authorities say does not matter then.
     */
    public boolean trusted() {
        return complete
                && (terms.dane().isPresent()
                        ? terms.dane().get().matched() && remarks.stream().noneMatch(this::despiteDane)
                        : remarks.stream().noneMatch(Remark::breaksTrust));
    }

    private boolean despiteDane(Remark remark) {
        return remark.kind() == Remark.Kind.PIN || remark.kind() == Remark.Kind.REVOKED;
    }
}
