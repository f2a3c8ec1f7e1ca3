package dev.smtpsh.tls.client;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateType;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.TlsDHUtils;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.crypto.DHGroup;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsDHConfig;
import org.bouncycastle.tls.crypto.TlsDHDomain;
import org.bouncycastle.tls.crypto.TlsECConfig;
import org.bouncycastle.tls.crypto.TlsECDomain;
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
    private TlsCertificate first;

    NotingCrypto(Observed observed, TlsLimits limits) {
        super(new SecureRandom());
        this.observed = observed;
        this.limits = limits;
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
        BcTlsCertificate certificate = new AnyUse(this, encoding);
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

    /** A certificate whose key may do whatever the handshake wants; the report tells what it was not meant for. */
    private static final class AnyUse extends BcTlsCertificate {
        AnyUse(BcTlsCrypto crypto, byte[] encoding) throws IOException {
            super(crypto, encoding);
        }

        @Override
        protected boolean supportsKeyUsage(int bits) {
            return true;
        }
    }
}
