package dev.smtpsh.tls.client;

import dev.smtpsh.tls.registry.Scheme;
import dev.smtpsh.tls.secret.NotingHash;
import dev.smtpsh.tls.secret.NotingSecret;
import dev.smtpsh.tls.secret.Secrets;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateType;
import org.bouncycastle.tls.DigitallySigned;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.SignatureScheme;
import org.bouncycastle.tls.TlsDHUtils;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsObjectIdentifiers;
import org.bouncycastle.tls.crypto.DHGroup;
import org.bouncycastle.tls.crypto.Tls13Verifier;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsDHConfig;
import org.bouncycastle.tls.crypto.TlsDHDomain;
import org.bouncycastle.tls.crypto.TlsECConfig;
import org.bouncycastle.tls.crypto.TlsECDomain;
import org.bouncycastle.tls.crypto.TlsHash;
import org.bouncycastle.tls.crypto.TlsSecret;
import org.bouncycastle.tls.crypto.TlsStreamVerifier;
import org.bouncycastle.tls.crypto.TlsVerifier;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * Bouncy Castle's lightweight crypto (no provider is registered), which notes the certificates as they come in and the
 * groups that are used.
 */
final class NotingCrypto extends BcTlsCrypto {
    private static final int ROOM_FOR_EXPONENT = 64;

    private final Observed observed;
    private final TlsLimits limits;
    private final Secrets secrets;
    private TlsCertificate first;

    NotingCrypto(Observed observed, Secrets secrets, TlsLimits limits) {
        super(new SecureRandom());
        this.observed = observed;
        this.secrets = secrets;
        this.limits = limits;
    }

    @Override
    public TlsSecret hkdfInit(int algorithm) {
        return NotingSecret.of(this, super.hkdfInit(algorithm), secrets);
    }

    @Override
    public TlsHash createHash(int algorithm) {
        return new NotingHash(super.createHash(algorithm), secrets::transcript);
    }

    @Override
    public TlsCertificate createCertificate(short type, byte[] encoding) throws IOException {
        observed.certificate(encoding);
        if (first == null) {
            first = readFirst(type, encoding);
            return first;
        }
        try {
            return super.createCertificate(type, encoding);
        } catch (IOException | RuntimeException e) {
            // Only the first takes part in the handshake. The report tells that this one cannot be read.
            return first;
        }
    }

    @Override
    public TlsDHDomain createDHDomain(TlsDHConfig config) {
        DHGroup group = TlsDHUtils.getDHGroup(config);
        int bits = group == null ? 0 : group.getP().bitLength();
        int number = config.getNamedGroup();
        observed.group(number >= 0 ? NamedGroup.getName(number) : "DH " + bits, bits);
        return super.createDHDomain(config);
    }

    @Override
    public TlsECDomain createECDomain(TlsECConfig config) {
        observed.group(NamedGroup.getName(config.getNamedGroup()));
        return super.createECDomain(config);
    }

    /** Whether a Diffie-Hellman group can be computed with in good time, however weak it is. */
    boolean bearable(DHGroup group) {
        BigInteger p = group.getP();
        return p.bitLength() >= 512 && p.bitLength() <= limits.keyBits();
    }

    private TlsCertificate readFirst(short type, byte[] encoding) throws IOException {
        if (type != CertificateType.X509) {
            throw new TlsFatalAlert(AlertDescription.unsupported_certificate);
        }
        BcTlsCertificate certificate = new AnyUse(this, encoding, observed);
        refuseAbsurdKey(certificate);
        return certificate;
    }

    // The encoded key is modulus and exponent; Bouncy Castle would test the modulus for primality.
    private void refuseAbsurdKey(BcTlsCertificate certificate) throws IOException {
        SubjectPublicKeyInfo info = certificate.getSubjectPublicKeyInfo();
        byte[] key = info.getPublicKeyData().getOctets();
        boolean rsa =
                PKCSObjectIdentifiers.rsaEncryption.equals(info.getAlgorithm().getAlgorithm());
        if (rsa && key.length > limits.keyBits() / 8 + ROOM_FOR_EXPONENT) {
            throw new TlsFatalAlert(
                    AlertDescription.unsupported_certificate,
                    "the public key takes " + key.length + " octets, more than " + limits.keyBits() + " bits need");
        }
    }

    /**
     * A certificate whose key may do whatever the handshake wants, and which promises nothing; the report tells what it
     * was not meant for, and what it promised. It notes how the handshake is signed.
     */
    private static final class AnyUse extends BcTlsCertificate {
        private final Observed observed;

        AnyUse(BcTlsCrypto crypto, byte[] encoding, Observed observed) throws IOException {
            super(crypto, encoding);
            this.observed = observed;
        }

        @Override
        protected boolean supportsKeyUsage(int bits) {
            return true;
        }

        // RFC 7633 4.3.3 would have us break off where a promised staple does not come.
        @Override
        public byte[] getExtension(ASN1ObjectIdentifier extension) throws IOException {
            return extension.equals(TlsObjectIdentifiers.id_pe_tlsfeature) ? null : super.getExtension(extension);
        }

        @Override
        public Tls13Verifier createVerifier(int scheme) throws IOException {
            observed.signature(Scheme.label(scheme));
            return super.createVerifier(scheme);
        }

        @Override
        public TlsVerifier createVerifier(short algorithm) throws IOException {
            return new NotingVerifier(super.createVerifier(algorithm), observed);
        }
    }

    /** Of TLS 1.2, where the scheme stands beside the signature; before there is none. */
    private record NotingVerifier(TlsVerifier inner, Observed observed) implements TlsVerifier {
        @Override
        public TlsStreamVerifier getStreamVerifier(DigitallySigned signed) throws IOException {
            note(signed);
            return inner.getStreamVerifier(signed);
        }

        @Override
        public boolean verifyRawSignature(DigitallySigned signed, byte[] hash) throws IOException {
            note(signed);
            return inner.verifyRawSignature(signed, hash);
        }

        private void note(DigitallySigned signed) {
            if (signed.getAlgorithm() != null) {
                observed.signature(Scheme.label(SignatureScheme.from(signed.getAlgorithm())));
            }
        }
    }
}
