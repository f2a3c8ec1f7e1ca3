package dev.smtpsh.tls.certificate;

import dev.smtpsh.smtp.Octets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;

/**
 * A public key by its SHA-256, the way RFC 7469 2.4 and curl write it.
 *
 * @param sha256 of the DER of the SubjectPublicKeyInfo, 32 octets
 */
public record Pin(Octets sha256) {
    private static final String BEGIN = "sha256/";
    private static final int OCTETS = 32;

    /** Reads {@code sha256/BASE64}, also as curl writes it, {@code sha256//BASE64}. */
    public static Optional<Pin> read(String text) {
        if (!text.startsWith(BEGIN)) {
            return Optional.empty();
        }
        String rest = text.substring(BEGIN.length());
        try {
            // A slash may also be the first digit of the hash: 44 digits and no more are a hash.
            String digits = rest.length() > 44 && rest.startsWith("/") ? rest.substring(1) : rest;
            byte[] hash = Base64.getDecoder().decode(digits);
            return hash.length == OCTETS ? Optional.of(new Pin(Octets.of(hash))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Pin of(PublicKey key) {
        return new Pin(Octets.of(hash("SHA-256", key.getEncoded())));
    }

    static byte[] hash(String algorithm, byte[] octets) {
        try {
            return MessageDigest.getInstance(algorithm).digest(octets);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    /** As it is written. */
    public String text() {
        return BEGIN + Base64.getEncoder().encodeToString(sha256.toByteArray());
    }
}
