package dev.smtpsh.render.text;

import dev.smtpsh.tls.CertificateFacts;
import dev.smtpsh.tls.HandshakeReport;
import dev.smtpsh.tls.Remark;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A handshake with a certificate in which every text is the same hostile one. */
final class HostileCertificate {
    private static final int MANY = 500;

    private HostileCertificate() {}

    static HandshakeReport named(String name) {
        CertificateFacts facts = new CertificateFacts(
                name,
                name,
                Collections.nCopies(MANY, name),
                Instant.EPOCH,
                Instant.parse("9999-12-31T23:59:59Z"),
                name,
                name,
                name,
                true);
        Remark remark = new Remark(Remark.Kind.WRONG_NAME, name, name, true);
        return new HandshakeReport(
                true,
                Optional.of("TLSv1.3"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(name),
                Collections.nCopies(MANY, facts),
                List.of(remark),
                Optional.empty(),
                Duration.ZERO);
    }
}
