package dev.smtpsh.tls;

import java.time.Instant;
import java.util.List;

/**
 * What a certificate says of itself. Texts come from the peer: they must be made visible before they are shown.
 *
 * @param subject the distinguished name, RFC 4514 style
 * @param names the DNS names and IP addresses of the subject alternative name
 * @param key such as {@code RSA 2048} or {@code EC secp256r1}
 * @param signature such as {@code SHA256withRSA}
 * @param sha256 fingerprint of the whole certificate, upper-case hexadecimal joined by colons
 * @param pin what {@code --pin} takes: {@code sha256/} and the base64 of the SHA-256 of the public key
 */
public record CertificateFacts(
        String subject,
        String issuer,
        List<String> names,
        Instant validFrom,
        Instant validUntil,
        String key,
        String signature,
        String sha256,
        boolean selfSigned,
        String pin) {
    public CertificateFacts {
        names = List.copyOf(names);
    }

    /** Of a certificate whose key is not looked at. */
    public CertificateFacts(
            String subject,
            String issuer,
            List<String> names,
            Instant validFrom,
            Instant validUntil,
            String key,
            String signature,
            String sha256,
            boolean selfSigned) {
        this(subject, issuer, names, validFrom, validUntil, key, signature, sha256, selfSigned, "");
    }
}
