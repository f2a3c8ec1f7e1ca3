package dev.smtpsh.tls.certificate;

import dev.smtpsh.tls.Remark;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Keys and signatures that are too weak. */
final class Strength {
    // RFC 9325 4.5: RSA keys of less than 2048 bits must not be used. Below 1024 nobody takes them.
    private static final int ENOUGH_BITS = 2048;
    private static final int HOPELESS_BITS = 1024;

    private Strength() {}

    /** @param vouched whether somebody relies on the signature of the certificate */
    static List<Remark> remarks(X509Certificate certificate, String whose, boolean vouched) {
        List<Remark> found = new ArrayList<>();
        key(certificate, whose).ifPresent(found::add);
        if (vouched) {
            signature(certificate.getSigAlgName(), whose).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Remark> key(X509Certificate certificate, String whose) {
        int bits = ReadCertificate.keyBits(certificate.getPublicKey());
        if (bits == 0 || bits >= ENOUGH_BITS) {
            return Optional.empty();
        }
        String words = whose + "has a key of only " + bits + " bits; " + ENOUGH_BITS + " is the least (RFC 9325 4.5)";
        return Optional.of(new Remark(
                Remark.Kind.WEAK_KEY,
                words,
                "Make a new key, EC P-256 or RSA 2048, and get a certificate for it.",
                bits < HOPELESS_BITS));
    }

    private static Optional<Remark> signature(String algorithm, String whose) {
        String upper = algorithm.toUpperCase(Locale.ROOT);
        boolean weak = upper.startsWith("SHA1") || upper.startsWith("MD");
        if (!weak) {
            return Optional.empty();
        }
        String hash = upper.startsWith("SHA1") ? "SHA-1" : upper.substring(0, 3);
        return Optional.of(new Remark(
                Remark.Kind.WEAK_SIGNATURE,
                whose + "is signed with " + hash + ", which can be forged",
                "Get a certificate signed with SHA-256; every authority issues them.",
                true));
    }
}
