package dev.smtpsh.tls.certificate;

import dev.smtpsh.tls.Remark;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of RFC 5280 6 for the way to an authority, without revocation; and that the certificate is for a server. */
final class PathRules {
    private static final String ANY_USE = "2.5.29.37.0";
    private static final String SERVER_USE = "1.3.6.1.5.5.7.3.1";

    private PathRules() {}

    /**
     * What breaks a rule.
     *
     * @param known what has been found otherwise; it is not said twice
     */
    static Optional<Remark> check(IssuerPath path, Instant now, List<Remark> known) {
        X509Certificate leaf = path.certificates().get(0);
        if (!forServers(leaf)) {
            return Optional.of(wrongUse("the certificate was not issued for servers (extended key usage)"));
        }
        if (!forHandshakes(leaf)) {
            return Optional.of(wrongUse("the key of the certificate may neither sign nor encrypt (key usage)"));
        }
        Optional<Remark> pretender = pretender(path);
        if (pretender.isPresent()) {
            return pretender;
        }
        List<X509Certificate> between = new ArrayList<>(path.certificates());
        path.anchor().ifPresent(between::remove);
        if (path.anchor().isEmpty() || between.isEmpty()) {
            return Optional.empty();
        }
        boolean weakSaid = known.stream().anyMatch(one -> one.breaksTrust() && weak(one.kind()));
        return validWhen(between, now)
                .flatMap(date -> validate(between, path.anchor().get(), date, weakSaid));
    }

    // RFC 5280 4.2.1.9: whoever signs certificates says so in basic constraints. What is trusted anyway need not.
    private static Optional<Remark> pretender(IssuerPath path) {
        return path.certificates().stream()
                .skip(1)
                .filter(one -> one.getBasicConstraints() < 0 && !path.anchor().equals(Optional.of(one)))
                .findFirst()
                .map(one -> new Remark(
                        Remark.Kind.NO_AUTHORITY,
                        ReadCertificate.cut(ReadCertificate.name(one.getSubjectX500Principal()))
                                + " signed a certificate and is no authority (no CA flag in its basic constraints)",
                        "Get the certificate from an authority, or mend the CA flag of your own one.",
                        true));
    }

    private static Optional<Remark> validate(
            List<X509Certificate> path, X509Certificate anchor, Instant date, boolean weakSaid) {
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(date));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
            return Optional.empty();
        } catch (CertPathValidatorException e) {
            boolean algorithm = e.getReason() == CertPathValidatorException.BasicReason.ALGORITHM_CONSTRAINED;
            return algorithm && weakSaid ? Optional.empty() : Optional.of(broken(sentence(e)));
        } catch (GeneralSecurityException | RuntimeException e) {
            return Optional.of(broken(sentence(e)));
        }
    }

    private static String sentence(Exception e) {
        return "the way to the authority breaks a rule (RFC 5280 6): "
                + ReadCertificate.cut(String.valueOf(e.getMessage()));
    }

    // Dates are told elsewhere, so the rest is checked at a moment when all were valid; if there is none, not at all.
    private static Optional<Instant> validWhen(List<X509Certificate> path, Instant now) {
        Instant from = Instant.MIN;
        Instant until = Instant.MAX;
        for (X509Certificate one : path) {
            Instant begins = one.getNotBefore().toInstant();
            Instant ends = one.getNotAfter().toInstant();
            from = begins.isAfter(from) ? begins : from;
            until = ends.isBefore(until) ? ends : until;
        }
        if (from.isAfter(until)) {
            return Optional.empty();
        }
        Instant late = now.isAfter(until) ? until : now;
        return Optional.of(late.isBefore(from) ? from : late);
    }

    private static boolean forServers(X509Certificate leaf) {
        try {
            List<String> uses = leaf.getExtendedKeyUsage();
            return uses == null || uses.contains(SERVER_USE) || uses.contains(ANY_USE);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    // RFC 5280 4.2.1.3: digitalSignature is bit 0, keyEncipherment bit 2; no extension means no limit.
    private static boolean forHandshakes(X509Certificate leaf) {
        boolean[] uses = leaf.getKeyUsage();
        return uses == null || uses[0] || uses[2];
    }

    private static boolean weak(Remark.Kind kind) {
        return kind == Remark.Kind.WEAK_KEY || kind == Remark.Kind.WEAK_SIGNATURE;
    }

    private static Remark wrongUse(String words) {
        return new Remark(
                Remark.Kind.WRONG_USE, words, "Get a certificate that may be used by servers (serverAuth).", true);
    }

    private static Remark broken(String words) {
        return new Remark(Remark.Kind.OTHER, words, "Get a new certificate from an authority for servers.", true);
    }
}
