package dev.smtpsh.tls.certificate;

import dev.smtpsh.tls.DaneVerdict;
import dev.smtpsh.tls.DaneVerdict.Judged;
import dev.smtpsh.tls.Remark;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds a chain against TLSA records (RFC 7671 5, RFC 7672 3.1). */
final class Dane {
    private final ReferenceIdentifier name;
    private final List<X509Certificate> sent;
    private final IssuerPath path;
    private final boolean publiclyTrusted;
    private final Instant now;

    /** @param remarks what was found wrong with the chain by the rules of public authorities */
    Dane(ReferenceIdentifier name, List<X509Certificate> sent, IssuerPath path, List<Remark> remarks, Instant now) {
        this.name = name;
        this.sent = sent;
        this.path = path;
        this.publiclyTrusted = remarks.stream().noneMatch(Remark::breaksTrust);
        this.now = now;
    }

    DaneVerdict judge(List<Tlsa> records) {
        return new DaneVerdict(records.stream().map(this::judge).toList());
    }

    private Judged judge(Tlsa record) {
        return switch (record.usage()) {
            case Tlsa.DANE_EE -> own(record);
            case Tlsa.DANE_TA -> anchor(record);
            case Tlsa.PKIX_EE -> publicToo(record, record.fits(sent.get(0)), "the server's certificate");
            default -> publicToo(record, publicAuthority(record), "an authority of the chain");
        };
    }

    private Judged own(Tlsa record) {
        return record.fits(sent.get(0))
                ? yes(record, "the server's certificate fits; its name and dates do not matter (RFC 7671 5.1)")
                : no(record, "the server's certificate is another");
    }

    private boolean publicAuthority(Tlsa record) {
        List<X509Certificate> authorities = new ArrayList<>(path.certificates());
        authorities.remove(0);
        path.anchor().ifPresent(authorities::add);
        return authorities.stream().anyMatch(record::fits);
    }

    private Judged publicToo(Tlsa record, boolean fits, String which) {
        String unusable = "; mail servers take no records of this usage (RFC 7672 3.1.3)";
        if (!fits) {
            return no(record, which + " is another" + unusable);
        }
        return publiclyTrusted
                ? yes(record, which + " fits, and public authorities vouch for the chain" + unusable)
                : no(record, which + " fits, but the chain must also stand up to the usual checks" + unusable);
    }

    private Judged anchor(Tlsa record) {
        Optional<List<X509Certificate>> way = wayTo(record);
        if (way.isEmpty()) {
            return no(
                    record,
                    record.matching() == 0
                            ? "the chain does not lead to this authority"
                            : "no authority in the chain as sent fits; with a hash it must be sent (RFC 7671 5.2)");
        }
        for (X509Certificate one : way.get()) {
            Optional<Remark> date = Validity.remark(one, "", now);
            if (date.isPresent()) {
                return no(
                        record,
                        "it leads to the authority, but a certificate on the way "
                                + date.get().words());
            }
        }
        if (way.get().stream().skip(1).anyMatch(one -> one.getBasicConstraints() < 0)) {
            return no(record, "it leads to the authority, but through a certificate without CA flag");
        }
        return name.fits(sent.get(0))
                ? yes(record, "the chain leads to this authority, and the name fits")
                : no(record, "the chain leads to this authority, but the certificate is not for " + name);
    }

    // From the server's certificate to just below what the record means, or up to it where it was sent.
    private Optional<List<X509Certificate>> wayTo(Tlsa record) {
        List<X509Certificate> candidates = new ArrayList<>(sent);
        if (record.matching() == 0 && record.selector() == 0) {
            certificate(record).ifPresent(candidates::add);
        }
        List<X509Certificate> meant = candidates.stream().filter(record::fits).toList();
        if (!meant.isEmpty()) {
            IssuerPath found = IssuerPath.among(sent, Anchors.only(meant));
            boolean itself = meant.contains(sent.get(0)) && !ReadCertificate.selfSigned(sent.get(0));
            return found.anchor().isPresent() && !itself ? Optional.of(found.certificates()) : Optional.empty();
        }
        Optional<PublicKey> key = record.matching() == 0 && record.selector() == 1 ? key(record) : Optional.empty();
        return key.flatMap(this::wayTo);
    }

    private Optional<List<X509Certificate>> wayTo(PublicKey key) {
        List<X509Certificate> way = new ArrayList<>();
        for (X509Certificate one :
                IssuerPath.among(sent, Anchors.only(List.of())).certificates()) {
            way.add(one);
            if (ReadCertificate.signedBy(one, key)) {
                return Optional.of(way);
            }
        }
        return Optional.empty();
    }

    private static Optional<X509Certificate> certificate(Tlsa record) {
        try {
            return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(record.data().toByteArray())));
        } catch (GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<PublicKey> key(Tlsa record) {
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return Optional.of(KeyFactory.getInstance(algorithm)
                        .generatePublic(new X509EncodedKeySpec(record.data().toByteArray())));
            } catch (GeneralSecurityException | RuntimeException e) {
                // A key of another kind: the next one may read it.
            }
        }
        return Optional.empty();
    }

    private static Judged yes(Tlsa record, String words) {
        return new Judged(record.text(), true, words);
    }

    private static Judged no(Tlsa record, String words) {
        return new Judged(record.text(), false, words);
    }
}
