package dev.smtpsh.tls.client;

import dev.smtpsh.tls.TlsVersion;
import dev.smtpsh.tls.secret.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import org.bouncycastle.tls.AbstractTlsClient;
import org.bouncycastle.tls.BasicTlsPSKExternal;
import org.bouncycastle.tls.ExtensionType;
import org.bouncycastle.tls.NameType;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.NewSessionTicket;
import org.bouncycastle.tls.ProtocolName;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SecurityParameters;
import org.bouncycastle.tls.ServerName;
import org.bouncycastle.tls.SessionParameters;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsClientContext;
import org.bouncycastle.tls.TlsDHGroupVerifier;
import org.bouncycastle.tls.TlsPSK;
import org.bouncycastle.tls.TlsSession;
import org.bouncycastle.tls.TlsUtils;

/** What our side offers and accepts: everything that can be spoken at all. Judging is left to the report. */
final class ClientPeer extends AbstractTlsClient {
    private final NotingCrypto noting;
    private final Observed observed;
    private final TlsChoice choice;
    private final Optional<String> serverName;
    private final TlsLimits limits;
    private final Secrets secrets;
    private final Optional<Resumable> before;
    private byte[] ticketBefore13 = new byte[0];
    private Optional<Resumable> resumable = Optional.empty();

    ClientPeer(
            Observed observed,
            Secrets secrets,
            TlsChoice choice,
            Optional<String> serverName,
            TlsLimits limits,
            Optional<Resumable> before) {
        this(new NotingCrypto(observed, secrets, limits), observed, secrets, choice, serverName, limits, before);
    }

    private ClientPeer(
            NotingCrypto crypto,
            Observed observed,
            Secrets secrets,
            TlsChoice choice,
            Optional<String> serverName,
            TlsLimits limits,
            Optional<Resumable> before) {
        super(crypto);
        this.noting = crypto;
        this.secrets = secrets;
        this.before = before;
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
        List<Integer> chosen = choice.offer().suites();
        return chosen.isEmpty()
                ? Suite.offered()
                : chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    @SuppressWarnings("rawtypes")
    protected Vector<Integer> getSupportedGroups(Vector roles) {
        List<Integer> chosen = choice.offer().groups();
        return new Vector<>(chosen.isEmpty() ? Offer.GROUPS : chosen);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Vector<Integer> getEarlyKeyShareGroups() {
        List<Integer> chosen = choice.offer().groups();
        return chosen.isEmpty() ? super.getEarlyKeyShareGroups() : new Vector<>(chosen.subList(0, 1));
    }

    @Override
    @SuppressWarnings("unchecked")
    protected Vector<SignatureAndHashAlgorithm> getSupportedSignatureAlgorithms() {
        List<Integer> chosen = choice.offer().schemes();
        if (chosen.isEmpty()) {
            return super.getSupportedSignatureAlgorithms();
        }
        Vector<SignatureAndHashAlgorithm> found = new Vector<>();
        chosen.forEach(number ->
                found.add(SignatureAndHashAlgorithm.getInstance((short) (number >> 8), (short) (number & 0xff))));
        return found;
    }

    @Override
    protected Vector<ProtocolName> getProtocolNames() {
        List<String> chosen = choice.offer().protocols();
        if (chosen.isEmpty()) {
            return null;
        }
        Vector<ProtocolName> names = new Vector<>();
        chosen.forEach(name -> names.add(ProtocolName.asUtf8Encoding(name)));
        return names;
    }

    // RFC 6962 3.3.1: an empty extension asks for timestamps; RFC 5077 3.2: an empty ticket asks for one.
    @Override
    @SuppressWarnings("unchecked")
    public Hashtable<Integer, byte[]> getClientExtensions() throws IOException {
        Hashtable<Integer, byte[]> extensions = super.getClientExtensions();
        extensions.put(ExtensionType.signed_certificate_timestamp, new byte[0]);
        if (choice.versions().stream().anyMatch(one -> one != TlsVersion.TLS_1_3)) {
            extensions.put(
                    ExtensionType.session_ticket, before.map(Resumable::ticket).orElse(new byte[0]));
        }
        return extensions;
    }

    @Override
    public void init(TlsClientContext given) {
        super.init(given);
        secrets.clientRandom(() -> {
            SecurityParameters now = given.getSecurityParametersHandshake();
            return (now == null ? given.getSecurityParametersConnection() : now).getClientRandom();
        });
    }

    @Override
    public TlsSession getSessionToResume() {
        return before.flatMap(Resumable::session).orElse(null);
    }

    @Override
    public Vector<TlsPSK> getExternalPSKs() {
        Optional<Resumable> of13 = before.filter(one -> one.key().length > 0);
        if (of13.isEmpty()) {
            return null;
        }
        Vector<TlsPSK> keys = new Vector<>();
        keys.add(new BasicTlsPSKExternal(
                of13.get().ticket(),
                noting.createSecret(of13.get().key()),
                of13.get().prf()));
        return keys;
    }

    @Override
    public void notifySelectedPSK(TlsPSK key) {
        if (key != null) {
            observed.resumed();
        }
    }

    @Override
    public void notifySessionID(byte[] id) {
        if (id != null && id.length > 0) {
            observed.sessionId();
        }
    }

    @Override
    public void notifyNewSessionTicket(NewSessionTicket ticket) {
        // RFC 5077 3.3: a server that has changed its mind sends an empty one.
        if (ticket.getTicket() != null && ticket.getTicket().length > 0) {
            ticketBefore13 = ticket.getTicket();
            observed.ticket(Duration.ofSeconds(ticket.getTicketLifetimeHint()));
        }
    }

    /** A ticket of TLS 1.3. */
    void ticket(Duration lifetime, byte[] nonce, byte[] ticket) throws IOException {
        observed.ticket(lifetime);
        SecurityParameters parameters = context.getSecurityParametersConnection();
        Optional<byte[]> key =
                secrets.keyOf(nonce, parameters.getPRFCryptoHashAlgorithm(), parameters.getPRFHashLength());
        if (key.isPresent()) {
            resumable = Optional.of(Resumable.of13(ticket, key.get(), parameters.getPRFAlgorithm()));
        }
    }

    Optional<Resumable> resumable() {
        return resumable;
    }

    @Override
    public void processServerExtensions(@SuppressWarnings("rawtypes") Hashtable extensions) throws IOException {
        if (extensions != null) {
            for (Object number : extensions.keySet()) {
                observed.extension((Integer) number);
            }
        }
        if (extensions != null && extensions.get(ExtensionType.signed_certificate_timestamp) instanceof byte[] list) {
            observed.timestamps(list);
        }
        super.processServerExtensions(extensions);
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
        return new AcceptAll(observed, choice.identity(), context, noting);
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
    public void notifyHandshakeComplete() throws IOException {
        observed.complete();
        SecurityParameters parameters = context.getSecurityParametersConnection();
        if (parameters.getApplicationProtocol() != null) {
            observed.alpn(parameters.getApplicationProtocol().getUtf8Decoding());
        }
        if (TlsUtils.isTLSv13(context)) {
            secrets.complete13(parameters.getPRFCryptoHashAlgorithm());
        } else {
            secrets.masterBefore13(parameters.getMasterSecret());
            before13(parameters);
        }
    }

    private void before13(SecurityParameters parameters) {
        if (parameters.isResumedSession()) {
            observed.resumed();
        }
        SessionParameters session = context.getSession().exportSessionParameters();
        byte[] id = parameters.getSessionID();
        // RFC 5077 3.4: with a ticket the client makes up the ID by which it sees that the server took the ticket.
        byte[] name = id != null && id.length > 0
                ? id
                : noting.createNonceGenerator(new byte[0]).generateNonce(32);
        if (session != null && (ticketBefore13.length > 0 || (id != null && id.length > 0))) {
            resumable = Optional.of(Resumable.before13(TlsUtils.importSession(name, session), ticketBefore13));
        }
    }

    private static ProtocolVersion protocolVersion(TlsVersion version) {
        return ProtocolVersion.get(version.number() >> 8, version.number() & 0xff);
    }
}
