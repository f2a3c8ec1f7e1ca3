package dev.smtpsh.tls.certificate;

import dev.smtpsh.tls.CertificateFacts;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * A certificate as it was sent, and what could be read of it.
 *
 * @param certificate empty if it cannot be read
 */
record ReadCertificate(CertificateFacts facts, Optional<X509Certificate> certificate) {
    private static final int LONGEST_TEXT = 120;
    private static final Map<String, String> MORE_NAMES = Map.of("1.2.840.113549.1.9.1", "emailAddress");

    /** A text of a certificate, as much of it as fits into a sentence. */
    static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
    }

    static ReadCertificate of(byte[] der) {
        try {
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            return new ReadCertificate(facts(certificate, der), Optional.of(certificate));
        } catch (GeneralSecurityException | RuntimeException | StackOverflowError e) {
            return new ReadCertificate(unreadable(der), Optional.empty());
        }
    }

    /** Whether the certificate is signed with its own key. */
    static boolean selfSigned(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
                && signedBy(certificate, certificate);
    }

    static boolean signedBy(X509Certificate certificate, X509Certificate issuer) {
        return signedBy(certificate, issuer.getPublicKey());
    }

    static boolean signedBy(X509Certificate certificate, PublicKey key) {
        try {
            certificate.verify(key);
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    /** RSA modulus or DSA prime or curve size in bits; 0 where size says nothing of strength. */
    static int keyBits(PublicKey key) {
        if (key instanceof RSAPublicKey) {
            return ((RSAPublicKey) key).getModulus().bitLength();
        }
        if (key instanceof DSAPublicKey && ((DSAPublicKey) key).getParams() != null) {
            return ((DSAPublicKey) key).getParams().getP().bitLength();
        }
        return 0;
    }

    private static CertificateFacts facts(X509Certificate certificate, byte[] der) {
        return new CertificateFacts(
                name(certificate.getSubjectX500Principal()),
                name(certificate.getIssuerX500Principal()),
                ReferenceIdentifier.names(certificate),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                key(certificate.getPublicKey()),
                certificate.getSigAlgName(),
                fingerprint(der),
                selfSigned(certificate),
                Pin.of(certificate.getPublicKey()).text());
    }

    private static CertificateFacts unreadable(byte[] der) {
        String nothing = "(unreadable)";
        return new CertificateFacts(
                nothing, nothing, List.of(), Instant.EPOCH, Instant.EPOCH, nothing, nothing, fingerprint(der), false);
    }

    static String name(X500Principal principal) {
        return principal.getName(X500Principal.RFC2253, MORE_NAMES);
    }

    private static String key(PublicKey key) {
        if (key instanceof ECPublicKey) {
            // The JDK knows these three curves and no others since JDK 16.
            int bits = ((ECPublicKey) key).getParams().getCurve().getField().getFieldSize();
            return "EC secp" + bits + "r1";
        }
        if (key instanceof EdECPublicKey) {
            return ((EdECPublicKey) key).getParams().getName();
        }
        int bits = keyBits(key);
        return bits == 0 ? key.getAlgorithm() : key.getAlgorithm() + " " + bits;
    }

    private static String fingerprint(byte[] der) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(der);
            return HexFormat.ofDelimiter(":").formatHex(hash).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
