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
        Duration took) {
    public HandshakeReport {
        chain = List.copyOf(chain);
        remarks = List.copyOf(remarks);
    }

    /** Whether a sender that checks certificates would trust this server under the name it was called. */
    public boolean trusted() {
        return complete && remarks.stream().noneMatch(Remark::breaksTrust);
    }
}
