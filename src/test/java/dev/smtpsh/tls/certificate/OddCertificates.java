package dev.smtpsh.tls.certificate;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates with faults the certificate maker does not make. */
final class OddCertificates {
    private final Instant now;
    private final KeyPair authorityKeys;
    private final X509Certificate authority;

    OddCertificates(Instant now) throws Exception {
        this.now = now;
        this.authorityKeys = keys("RSA", 2048);
        this.authority = issue("CN=odd authority", authorityKeys, Optional.empty(), "SHA256withRSA", Fault.AUTHORITY);
    }

    /** What is odd about it. */
    enum Fault {
        NONE,
        AUTHORITY,
        FOR_CLIENTS,
        LIMITED_AUTHORITY
    }

    X509Certificate authority() {
        return authority;
    }

    X509Certificate signedWith(String algorithm) throws Exception {
        return issue("CN=mail.example.net", keys("RSA", 2048), Optional.empty(), algorithm, Fault.NONE);
    }

    X509Certificate withKey(String algorithm, int bits) throws Exception {
        return issue("CN=mail.example.net", keys(algorithm, bits), Optional.empty(), "SHA256withRSA", Fault.NONE);
    }

    X509Certificate forClients() throws Exception {
        KeyPair keys = keys("RSA", 2048);
        return issue("CN=mail.example.net", keys, Optional.empty(), "SHA256withRSA", Fault.FOR_CLIENTS);
    }

    /** A leaf and its issuer, where the issuer is a mere leaf itself, or an authority for other names only. */
    X509Certificate[] issuedBy(Fault fault) throws Exception {
        KeyPair between = keys("RSA", 2048);
        X509Certificate issuer = issue("CN=between", between, Optional.empty(), "SHA256withRSA", fault);
        Optional<Issuer> by = Optional.of(new Issuer("CN=between", between));
        return new X509Certificate[] {
            issue("CN=mail.example.net", keys("RSA", 2048), by, "SHA256withRSA", Fault.NONE), issuer
        };
    }

    private record Issuer(String name, KeyPair keys) {}

    private X509Certificate issue(String subject, KeyPair keys, Optional<Issuer> by, String algorithm, Fault fault)
            throws Exception {
        Issuer issuer = by.orElse(new Issuer("CN=odd authority", authorityKeys));
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Principal(issuer.name()),
                BigInteger.valueOf(System.nanoTime()),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(30))),
                new X500Principal(subject),
                keys.getPublic());
        GeneralName name = new GeneralName(GeneralName.dNSName, "mail.example.net");
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(name));
        boolean authority = fault == Fault.AUTHORITY || fault == Fault.LIMITED_AUTHORITY;
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (fault == Fault.FOR_CLIENTS) {
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
        }
        if (fault == Fault.LIMITED_AUTHORITY) {
            GeneralSubtree only = new GeneralSubtree(new GeneralName(GeneralName.dNSName, "example.org"));
            builder.addExtension(
                    Extension.nameConstraints, true, new NameConstraints(new GeneralSubtree[] {only}, null));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm)
                        .build(issuer.keys().getPrivate())));
    }

    private static KeyPair keys(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }
}
