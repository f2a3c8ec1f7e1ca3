package dev.smtpsh.tls.identity;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.util.Optional;
import java.util.Vector;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** Signs with the operator's key, by a scheme that the server takes. */
public record ClientCredentials(ClientIdentity identity, TlsContext context, BcTlsCrypto crypto) {
    /** Empty if the server takes no scheme of this kind of key. */
    public Optional<TlsCredentials> answer(CertificateRequest request) throws IOException {
        Optional<SignatureAndHashAlgorithm> scheme = Optional.empty();
        // Before TLS 1.2 the scheme is not named at all (RFC 4346 7.4.8).
        if (TlsUtils.isTLSv12(context)) {
            scheme = scheme(request.getSupportedSignatureAlgorithms());
            if (scheme.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(new BcDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context), crypto, identity.key(), certificate(request), scheme.orElse(null)));
    }

    private Optional<SignatureAndHashAlgorithm> scheme(Vector<?> theirs) {
        if (theirs == null) {
            return Optional.empty();
        }
        for (Object one : theirs) {
            SignatureAndHashAlgorithm scheme = (SignatureAndHashAlgorithm) one;
            if (fits(scheme)) {
                return Optional.of(scheme);
            }
        }
        return Optional.empty();
    }

    // RFC 8446 4.2.3: in TLS 1.3 RSA signs by PSS alone, and a curve has one hash.
    private boolean fits(SignatureAndHashAlgorithm scheme) {
        short signature = scheme.getSignature();
        boolean tls13 = TlsUtils.isTLSv13(context);
        if (identity.key() instanceof Ed25519PrivateKeyParameters) {
            return SignatureAndHashAlgorithm.ed25519.equals(scheme);
        }
        if (identity.key() instanceof ECPrivateKeyParameters key) {
            int bits = key.getParameters().getCurve().getFieldSize();
            int hash = bits <= 256 ? 4 : bits <= 384 ? 5 : 6;
            return signature == SignatureAlgorithm.ecdsa && (tls13 ? scheme.getHash() == hash : scheme.getHash() >= 4);
        }
        boolean pss = SignatureAndHashAlgorithm.rsa_pss_rsae_sha256.equals(scheme)
                || SignatureAndHashAlgorithm.rsa_pss_rsae_sha384.equals(scheme)
                || SignatureAndHashAlgorithm.rsa_pss_rsae_sha512.equals(scheme);
        return pss || (!tls13 && signature == SignatureAlgorithm.rsa && scheme.getHash() >= 4);
    }

    private Certificate certificate(CertificateRequest request) throws IOException {
        CertificateEntry[] entries = new CertificateEntry[identity.chain().size()];
        for (int i = 0; i < entries.length; i++) {
            try {
                entries[i] = new CertificateEntry(
                        new BcTlsCertificate(crypto, identity.chain().get(i).getEncoded()), null);
            } catch (CertificateEncodingException e) {
                throw new IOException("our certificate cannot be encoded", e);
            }
        }
        // RFC 8446 4.4.2: the context of the request comes back; before 1.3 there is none.
        return new Certificate(TlsUtils.isTLSv13(context) ? request.getCertificateRequestContext() : null, entries);
    }
}
