package dev.smtpsh.tls.client;

import dev.smtpsh.tls.TlsVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Vector;
import org.bouncycastle.tls.AbstractTlsClient;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CertificateStatusRequest;
import org.bouncycastle.tls.NameType;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.ServerName;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsDHGroupVerifier;
import org.bouncycastle.tls.TlsServerCertificate;

/** What our side offers and accepts: everything that can be spoken at all. Judging is left to the report. */
final class ClientPeer extends AbstractTlsClient {
    private final NotingCrypto noting;
    private final Observed observed;
    private final TlsChoice choice;
    private final Optional<String> serverName;
    private final TlsLimits limits;

    ClientPeer(
            NotingCrypto crypto, Observed observed, TlsChoice choice, Optional<String> serverName, TlsLimits limits) {
        super(crypto);
        this.noting = crypto;
        this.observed = observed;
        this.choice = choice;
        this.serverName = serverName;
        this.limits = limits;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return choice.versions().stream()
                .sorted((a, b) -> b.compareTo(a))
                .map(ClientPeer::protocolVersion)
                .toArray(ProtocolVersion[]::new);
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return Suite.offered();
    }

    @Override
    @SuppressWarnings("rawtypes")
    protected Vector<Integer> getSupportedGroups(Vector roles) {
        Vector<Integer> groups = new Vector<>();
        groups.add(NamedGroup.x25519);
        groups.add(NamedGroup.secp256r1);
        groups.add(NamedGroup.secp384r1);
        groups.add(NamedGroup.secp521r1);
        groups.add(NamedGroup.x448);
        groups.add(NamedGroup.ffdhe2048);
        groups.add(NamedGroup.ffdhe3072);
        groups.add(NamedGroup.ffdhe4096);
        return groups;
    }

    @Override
    protected Vector<ServerName> getSNIServerNames() {
        if (serverName.isEmpty()) {
            return null;
        }
        Vector<ServerName> names = new Vector<>();
        names.add(new ServerName(NameType.host_name, serverName.get().getBytes(StandardCharsets.US_ASCII)));
        return names;
    }

    // RFC 7633 4.3.3: asking for a staple would oblige us to break off when a must-staple certificate has none.
    @Override
    protected CertificateStatusRequest getCertificateStatusRequest() {
        return null;
    }

    @Override
    public int getMaxCertificateChainLength() {
        return limits.certificates();
    }

    @Override
    public int getMaxHandshakeMessageSize() {
        return limits.handshakeMessage();
    }

    @Override
    public TlsDHGroupVerifier getDHGroupVerifier() {
        return noting::bearable;
    }

    // A peer that just closes TCP is a fact, which wire.Ending tells, not a failure of what came before.
    @Override
    public boolean requiresCloseNotify() {
        return false;
    }

    @Override
    public void notifySecureRenegotiation(boolean secure) {
        if (!secure) {
            observed.renegotiatesUnsafely();
        }
    }

    @Override
    public void notifyServerVersion(ProtocolVersion version) {
        observed.version(version.getFullVersion());
    }

    @Override
    public void notifySelectedCipherSuite(int suite) {
        observed.suite(suite);
    }

    @Override
    public TlsAuthentication getAuthentication() {
        int group = context.getSecurityParametersHandshake().getNegotiatedGroup();
        if (group >= 0) {
            observed.group(NamedGroup.getName(group));
        }
        return new AcceptAll();
    }

    @Override
    public void notifyAlertReceived(short level, short number) {
        observed.alertReceived(level & 0xff, number & 0xff);
    }

    @Override
    public void notifyAlertRaised(short level, short number, String message, Throwable cause) {
        String detail = cause == null || cause.getMessage() == null ? "" : cause.getMessage();
        observed.alertRaised(level & 0xff, number & 0xff, detail);
    }

    @Override
    public void notifyHandshakeComplete() {
        observed.complete();
    }

    private static ProtocolVersion protocolVersion(TlsVersion version) {
        return ProtocolVersion.get(version.number() >> 8, version.number() & 0xff);
    }

    private final class AcceptAll implements TlsAuthentication {
        // The chain was noted as it was read; whom to trust is the operator's question.
        @Override
        public void notifyServerCertificate(TlsServerCertificate certificate) {}

        @Override
        public TlsCredentials getClientCredentials(CertificateRequest request) throws IOException {
            Optional<TlsCredentials> ours = choice.identity().isEmpty()
                    ? Optional.empty()
                    : new ClientCredentials(choice.identity().get(), context, noting).answer(request);
            observed.askedForCertificate(ours.isPresent(), choice.identity().isPresent());
            return ours.orElse(null);
        }
    }
}
