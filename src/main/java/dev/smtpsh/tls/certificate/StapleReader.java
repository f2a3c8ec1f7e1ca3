package dev.smtpsh.tls.certificate;

import dev.smtpsh.tls.SignedTimestamp;
import dev.smtpsh.tls.Staple;
import dev.smtpsh.tls.Staple.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.CertStatus;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.operator.DefaultSignatureNameFinder;

/** Reads a stapled OCSP answer about a certificate (RFC 6960 4.2) and checks who signed it. */
final class StapleReader {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
    private static final int SUCCESSFUL = 0;

    private final X509Certificate certificate;
    private final Optional<X509Certificate> issuer;
    private final Instant now;

    StapleReader(X509Certificate certificate, Optional<X509Certificate> issuer, Instant now) {
        this.certificate = certificate;
        this.issuer = issuer;
        this.now = now;
    }

    /** The answer, and the timestamps that came with it. */
    record Read(Staple staple, List<SignedTimestamp> timestamps) {}

    Read read(byte[] der) {
        try {
            OCSPResponse response = OCSPResponse.getInstance(der);
            int status = response.getResponseStatus().getIntValue();
            if (status != SUCCESSFUL || response.getResponseBytes() == null) {
                return nothing("the responder answered with error " + status + " (RFC 6960 4.2.1)");
            }
            if (!OCSPObjectIdentifiers.id_pkix_ocsp_basic.equals(
                    response.getResponseBytes().getResponseType())) {
                return nothing("the answer is of a kind that nobody knows");
            }
            return read(BasicOCSPResponse.getInstance(
                    response.getResponseBytes().getResponse().getOctets()));
        } catch (RuntimeException | StackOverflowError e) {
            return nothing("the answer cannot be read");
        }
    }

    private Read read(BasicOCSPResponse answer) {
        Optional<Instant> produced =
                Optional.of(time(answer.getTbsResponseData().getProducedAt().getTimeString()));
        Optional<SingleResponse> single = about(answer);
        if (single.isEmpty()) {
            return new Read(
                    new Staple(
                            Status.UNPROVEN,
                            produced,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            "the answer is about another certificate"),
                    List.of());
        }
        return new Read(staple(answer, produced, single.get()), timestamps(single.get()));
    }

    private Staple staple(BasicOCSPResponse answer, Optional<Instant> produced, SingleResponse single) {
        Instant from = time(single.getThisUpdate().getTimeString());
        Optional<Instant> until = Optional.ofNullable(single.getNextUpdate()).map(one -> time(one.getTimeString()));
        Status status = status(single.getCertStatus());
        Optional<Instant> revoked = status == Status.REVOKED
                ? Optional.of(
                        time(RevokedInfo.getInstance(single.getCertStatus().getStatus())
                                .getRevocationTime()
                                .getTimeString()))
                : Optional.empty();
        String words = words(status, from, until, revoked);
        if (!signedRightly(answer)) {
            status = Status.UNPROVEN;
            words = "the answer is not signed by the issuer of the certificate, nor on its behalf; it says: " + words;
        } else if (status == Status.GOOD
                && (now.isBefore(from) || until.filter(now::isAfter).isPresent())) {
            status = Status.EXPIRED;
            words = now.isBefore(from)
                    ? "the answer holds only from " + DAY.format(from) + " on"
                    : "the answer was good until " + DAY.format(until.get()) + " and holds no longer";
        }
        return new Staple(status, produced, Optional.of(from), until, revoked, words);
    }

    private static String words(Status status, Instant from, Optional<Instant> until, Optional<Instant> revoked) {
        return switch (status) {
            case GOOD ->
                "not revoked as of " + DAY.format(from)
                        + until.map(end -> ", good until " + DAY.format(end)).orElse("");
            case REVOKED -> "revoked on " + DAY.format(revoked.orElse(from));
            default -> "the responder does not know this certificate";
        };
    }

    private static Status status(CertStatus status) {
        return switch (status.getTagNo()) {
            case 0 -> Status.GOOD;
            case 1 -> Status.REVOKED;
            default -> Status.UNKNOWN;
        };
    }

    private Optional<SingleResponse> about(BasicOCSPResponse answer) {
        var all = answer.getTbsResponseData().getResponses();
        for (int i = 0; i < all.size(); i++) {
            SingleResponse one = SingleResponse.getInstance(all.getObjectAt(i));
            if (one.getCertID().getSerialNumber().getValue().equals(certificate.getSerialNumber())) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    // RFC 6960 4.2.2.2: the issuer itself, or somebody it gave a certificate for this purpose.
    private boolean signedRightly(BasicOCSPResponse answer) {
        if (issuer.isEmpty()) {
            return false;
        }
        List<X509Certificate> signers = new ArrayList<>(List.of(issuer.get()));
        delegates(answer).stream()
                .filter(one -> ReadCertificate.signedBy(one, issuer.get()) && maySign(one))
                .forEach(signers::add);
        return signers.stream().anyMatch(one -> signedBy(answer, one));
    }

    private static boolean signedBy(BasicOCSPResponse answer, X509Certificate signer) {
        try {
            Signature check = Signature.getInstance(
                    new DefaultSignatureNameFinder().getAlgorithmName(answer.getSignatureAlgorithm()));
            check.initVerify(signer.getPublicKey());
            check.update(answer.getTbsResponseData().getEncoded(ASN1Encoding.DER));
            return check.verify(answer.getSignature().getOctets());
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            return false;
        }
    }

    private static List<X509Certificate> delegates(BasicOCSPResponse answer) {
        List<X509Certificate> found = new ArrayList<>();
        for (int i = 0;
                answer.getCerts() != null && i < Math.min(4, answer.getCerts().size());
                i++) {
            try {
                byte[] der = answer.getCerts().getObjectAt(i).toASN1Primitive().getEncoded(ASN1Encoding.DER);
                found.add((X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
            } catch (GeneralSecurityException | IOException e) {
                // One that cannot be read vouches for nothing.
            }
        }
        return found;
    }

    private static boolean maySign(X509Certificate signer) {
        try {
            List<String> uses = signer.getExtendedKeyUsage();
            return uses != null && uses.contains(OCSP_SIGNING);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static List<SignedTimestamp> timestamps(SingleResponse single) {
        if (single.getSingleExtensions() == null) {
            return List.of();
        }
        Extension extension =
                single.getSingleExtensions().getExtension(new ASN1ObjectIdentifier(SignedTimestamps.IN_STAPLE));
        return extension == null
                ? List.of()
                : SignedTimestamps.wrapped(extension.getExtnValue().getOctets(), SignedTimestamp.Source.STAPLE);
    }

    // YYYYMMDDHHMMSSZ, or with another zone (X.680 46); BC writes the zone as GMT+00:00.
    private static Instant time(String text) {
        String digits = text.substring(0, 14);
        return DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .parse(digits, Instant::from);
    }

    private static Read nothing(String why) {
        return new Read(
                new Staple(
                        Status.NO_ANSWER, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), why),
                List.of());
    }
}
