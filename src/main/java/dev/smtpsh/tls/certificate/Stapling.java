package dev.smtpsh.tls.certificate;

import dev.smtpsh.tls.Remark;
import dev.smtpsh.tls.Staple;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;

/** What a staple, or none, speaks against. */
final class Stapling {
    private static final String TLS_FEATURE = "1.3.6.1.5.5.7.1.24";

    // RFC 7633 4: SEQUENCE { INTEGER 5 } inside an OCTET STRING, 5 being status_request.
    private static final byte[] MUST_STAPLE = {0x04, 0x05, 0x30, 0x03, 0x02, 0x01, 0x05};

    private Stapling() {}

    static boolean promised(X509Certificate certificate) {
        return Arrays.equals(certificate.getExtensionValue(TLS_FEATURE), MUST_STAPLE);
    }

    static Remark missing() {
        return new Remark(
                Remark.Kind.STAPLE,
                "the certificate promises a stapled answer about revocation (RFC 7633), and none came",
                "Turn on OCSP stapling in the mail server, or get a certificate without this promise.",
                true);
    }

    static Optional<Remark> remark(Staple staple) {
        return switch (staple.status()) {
            case GOOD -> Optional.empty();
            case REVOKED ->
                Optional.of(new Remark(
                        Remark.Kind.REVOKED,
                        "the certificate was " + staple.words() + ", says the stapled answer",
                        "Get a new certificate for a new key.",
                        true));
            case EXPIRED, UNKNOWN, UNPROVEN, NO_ANSWER ->
                Optional.of(new Remark(
                        Remark.Kind.STAPLE,
                        "the stapled answer about revocation proves nothing: " + staple.words(),
                        "Let the mail server fetch a new answer, or turn stapling off.",
                        false));
        };
    }
}
