package dev.smtpsh.tls.server;

import dev.smtpsh.tls.TlsVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Optional;
import java.util.Vector;
import java.util.function.Function;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.tls.AbstractTlsServer;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.NameType;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.ServerName;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** What the practice server offers and how it refuses. */
final class ServerPeer extends AbstractTlsServer {
    private static final int[] TLS_1_3_SUITES = {0x1302, 0x1303, 0x1301};
    private static final int[] ECDSA_SUITES = {0xC02C, 0xCCA9, 0xC02B, 0xC00A, 0xC009};
    private static final int[] NULL_SUITES = {0x003B};
    private static final int[] RSA_SUITES = {0xC030, 0xCCA8, 0xC02F, 0xC014, 0xC013};

    private final BcTlsCrypto crypto;
    private final Function<Optional<String>, ServerIdentity> identities;
    private ServerIdentity identity;
    private final ServerChoice choice;
    private boolean complete;
    private boolean closeNotify;
    private Optional<String> nameAsked = Optional.empty();

    ServerPeer(BcTlsCrypto crypto, Function<Optional<String>, ServerIdentity> identities, ServerChoice choice) {
        super(crypto);
        this.crypto = crypto;
        this.identities = identities;
        this.identity = identities.apply(Optional.empty());
        this.choice = choice;
    }

    boolean isComplete() {
        return complete;
    }

    boolean closeNotifySeen() {
        return closeNotify;
    }

    Optional<String> nameAsked() {
        return nameAsked;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return choice.versions().stream()
                .sorted((a, b) -> b.compareTo(a))
                .map(ServerPeer::protocolVersion)
                .toArray(ProtocolVersion[]::new);
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        if (choice.suites() == ServerChoice.Suites.UNHEARD_OF) {
            return NULL_SUITES;
        }
        int[] more = rsa() ? RSA_SUITES : ECDSA_SUITES;
        int[] all = new int[TLS_1_3_SUITES.length + more.length];
        System.arraycopy(TLS_1_3_SUITES, 0, all, 0, TLS_1_3_SUITES.length);
        System.arraycopy(more, 0, all, TLS_1_3_SUITES.length, more.length);
        return all;
    }

    @Override
    public void notifyClientVersion(ProtocolVersion version) throws IOException {
        if (choice.alert().isPresent()) {
            throw new TlsFatalAlert(choice.alert().get().shortValue(), "so it was asked for");
        }
        super.notifyClientVersion(version);
    }

    @Override
    public boolean requiresCloseNotify() {
        return false;
    }

    @Override
    public CertificateRequest getCertificateRequest() throws IOException {
        if (choice.certificate() == ServerChoice.ClientCertificate.NOT_ASKED) {
            return null;
        }
        Vector<SignatureAndHashAlgorithm> algorithms = new Vector<>();
        algorithms.add(SignatureAndHashAlgorithm.getInstance(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
        algorithms.add(SignatureAndHashAlgorithm.rsa_pss_rsae_sha256);
        if (isTls13()) {
            return new CertificateRequest(TlsUtils.EMPTY_BYTES, algorithms, null, null);
        }
        short[] types = {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign};
        boolean named = TlsUtils.isTLSv12(context.getServerVersion());
        return new CertificateRequest(types, named ? algorithms : null, null);
    }

    // Whatever comes is accepted: nobody logs in by certificate here. RFC 8446 6.2: certificate_required is of 1.3.
    @Override
    public void notifyClientCertificate(Certificate certificate) throws IOException {
        if (choice.certificate() == ServerChoice.ClientCertificate.REQUIRED && certificate.isEmpty()) {
            throw new TlsFatalAlert(
                    isTls13() ? AlertDescription.certificate_required : AlertDescription.handshake_failure);
        }
    }

    @Override
    public TlsCredentials getCredentials() throws IOException {
        readNameAsked();
        identity = identities.apply(nameAsked);
        AsymmetricKeyParameter key = PrivateKeyFactory.createKey(identity.key().getEncoded());
        return new BcDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context), crypto, key, certificate(), signatureAlgorithm());
    }

    @Override
    public void notifyAlertReceived(short level, short number) {
        closeNotify |= complete && number == AlertDescription.close_notify;
    }

    @Override
    public void notifyHandshakeComplete() {
        complete = true;
    }

    private void readNameAsked() {
        Vector<?> names = context.getSecurityParametersHandshake().getClientServerNames();
        if (names == null) {
            return;
        }
        for (Object one : names) {
            ServerName name = (ServerName) one;
            if (name.getNameType() == NameType.host_name) {
                nameAsked = Optional.of(new String(name.getNameData(), StandardCharsets.ISO_8859_1));
            }
        }
    }

    private Certificate certificate() throws IOException {
        boolean tls13 = isTls13();
        CertificateEntry[] entries = new CertificateEntry[identity.chain().size()];
        for (int i = 0; i < entries.length; i++) {
            try {
                TlsCertificate one =
                        crypto.createCertificate(identity.chain().get(i).getEncoded());
                entries[i] = new CertificateEntry(one, null);
            } catch (CertificateEncodingException e) {
                throw new IOException("the practice certificate cannot be encoded", e);
            }
        }
        // RFC 8446 4.4.2: the request context of a server's own certificate is empty; before 1.3 there is none.
        return new Certificate(tls13 ? TlsUtils.EMPTY_BYTES : null, entries);
    }

    // RFC 8446 4.2.3: PSS for RSA in 1.3. Before 1.2 the algorithm is not named at all.
    private SignatureAndHashAlgorithm signatureAlgorithm() {
        if (!TlsUtils.isTLSv12(context.getServerVersion())) {
            return null;
        }
        if (rsa()) {
            return isTls13()
                    ? SignatureAndHashAlgorithm.rsa_pss_rsae_sha256
                    : SignatureAndHashAlgorithm.getInstance(HashAlgorithm.sha256, SignatureAlgorithm.rsa);
        }
        return SignatureAndHashAlgorithm.getInstance(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa);
    }

    private boolean isTls13() {
        return TlsUtils.isTLSv13(context);
    }

    private boolean rsa() {
        return identity.key().getAlgorithm().equals("RSA");
    }

    private static ProtocolVersion protocolVersion(TlsVersion version) {
        return ProtocolVersion.get(version.number() >> 8, version.number() & 0xff);
    }
}
