package dev.smtpsh.tls.certificate;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way from the server's certificate to an authority, found among what was sent, whatever its order.
 *
 * @param certificates the server's own first, each signed by the next
 * @param anchor the trusted authority it ends at; it may be the last of {@code certificates}
 * @param falseIssuer whether a certificate has the issuer's name but did not make the signature
 */
record IssuerPath(List<X509Certificate> certificates, Optional<X509Certificate> anchor, boolean falseIssuer) {
    /** {@code tls-path-length}: public chains have three to five. */
    static final int LONGEST = 10;

    /** {@code tls-signature-checks}: a server may send a hundred certificates of one name, to keep us busy. */
    static final int SIGNATURE_CHECKS = 64;

    static IssuerPath among(List<X509Certificate> sent, Anchors anchors) {
        int known = anchors.known();
        IssuerPath path = new Search(sent, anchors).from(sent.get(0));
        boolean more = path.anchor().isEmpty() && anchors.all() > known;
        return more ? new Search(sent, anchors).from(sent.get(0)) : path;
    }

    X509Certificate last() {
        return certificates.get(certificates.size() - 1);
    }

    private static final class Search {
        private final List<X509Certificate> sent;
        private final Anchors anchors;
        private final List<X509Certificate> path = new ArrayList<>();
        private int checks = SIGNATURE_CHECKS;
        private boolean falseIssuer;

        Search(List<X509Certificate> sent, Anchors anchors) {
            this.sent = sent;
            this.anchors = anchors;
        }

        IssuerPath from(X509Certificate leaf) {
            Optional<X509Certificate> next = Optional.of(leaf);
            while (next.isPresent() && path.size() < LONGEST) {
                X509Certificate current = next.get();
                path.add(current);
                if (anchors.holds(current)) {
                    return found(current);
                }
                Optional<X509Certificate> anchor = signer(current, anchors.named(current.getIssuerX500Principal()));
                if (anchor.isPresent()) {
                    return found(anchor.get());
                }
                next = signer(current, sent);
            }
            return new IssuerPath(List.copyOf(path), Optional.empty(), falseIssuer);
        }

        private IssuerPath found(X509Certificate anchor) {
            return new IssuerPath(List.copyOf(path), Optional.of(anchor), false);
        }

        private Optional<X509Certificate> signer(X509Certificate certificate, List<X509Certificate> candidates) {
            for (X509Certificate one : candidates) {
                boolean named = one.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
                if (!named || path.contains(one) || checks == 0) {
                    continue;
                }
                checks--;
                if (ReadCertificate.signedBy(certificate, one)) {
                    return Optional.of(one);
                }
                falseIssuer = true;
            }
            return Optional.empty();
        }
    }
}
