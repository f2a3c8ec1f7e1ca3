package dev.smtpsh.tls.client;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.tls.Alert;
import dev.smtpsh.tls.HandshakeReport;
import dev.smtpsh.tls.Records;
import dev.smtpsh.tls.Remark;
import dev.smtpsh.tls.TlsVersion;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.certificate.CertificateExaminer;
import dev.smtpsh.tls.certificate.ReferenceIdentifier;
import dev.smtpsh.tls.secret.Secrets;
import dev.smtpsh.wire.Layer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The client's side of TLS (RFC 8446, RFC 5246), without I/O. The handshake succeeds whatever the certificate says;
 * {@link #report()} tells what is wrong with it, at any time and after any failure. Safe for several threads.
 *
 * <p>Nothing a server sends ends in anything but an {@link IOException} with a sentence for the operator.
 */
public final class ClientLayer implements Layer {
    private static final int CONTENT_ALERT = 21;
    private static final int CONTENT_HANDSHAKE = 22;
    private static final int MAJOR_VERSION = 3;

    private final String name;
    private final Optional<String> serverName;
    private final Anchors anchors;
    private final Clock clock;
    private final TlsLimits limits;
    private final Observed observed = new Observed();
    private final ByteArrayOutputStream first = new ByteArrayOutputStream();
    private final TlsChoice choice;
    private final Optional<Resumable> before;
    private final ClientPeer peer;
    private final ClientProtocol protocol;
    private final Records records;
    private Optional<CertificateExaminer.Result> examined = Optional.empty();
    private boolean spokeTls = true;
    private boolean over;
    private long begun;
    private long ended;

    /**
     * A layer for one connection.
     *
     * @param name what the operator called the server, a host name or an address; the certificate must be for it
     * @param anchors whom to trust; not touched before a report is asked for
     * @param clock tells whether a certificate has expired
     */
    public ClientLayer(String name, TlsChoice choice, Anchors anchors, Clock clock) {
        this(name, choice, anchors, clock, TlsLimits.DEFAULT);
    }

    /** The same, for a connection that is to take up a session from before. */
    public ClientLayer(String name, TlsChoice choice, Anchors anchors, Clock clock, Resumable before) {
        this(name, choice, anchors, clock, TlsLimits.DEFAULT, Optional.of(before));
    }

    ClientLayer(String name, TlsChoice choice, Anchors anchors, Clock clock, TlsLimits limits) {
        this(name, choice, anchors, clock, limits, Optional.empty());
    }

    private ClientLayer(
            String name, TlsChoice choice, Anchors anchors, Clock clock, TlsLimits limits, Optional<Resumable> before) {
        this.name = name;
        this.choice = choice;
        this.anchors = anchors;
        this.clock = clock;
        this.limits = limits;
        this.before = before;
        this.serverName = choice.sendServerName()
                ? ReferenceIdentifier.of(choice.serverName().orElse(name)).forSni()
                : Optional.empty();
        Secrets secrets = new Secrets(choice.keyLog(), before.isPresent());
        this.peer = new ClientPeer(observed, secrets, choice, serverName, limits, before);
        this.protocol = new ClientProtocol(peer::ticket);
        this.records = new Records(protocol);
    }

    @Override
    public synchronized void begin() throws IOException {
        begun = System.nanoTime();
        protocol.connect(peer);
    }

    @Override
    public synchronized void received(byte[] octets) throws IOException {
        keepFirst(octets);
        if (over) {
            return;
        }
        refuseWhatIsNotTls();
        try {
            records.offer(octets);
        } catch (IOException e) {
            end();
            throw new IOException(words(e), e);
        }
        if (observed.isComplete() && ended == 0) {
            ended = System.nanoTime();
        }
    }

    @Override
    public synchronized byte[] plain() {
        return records.plain();
    }

    @Override
    public synchronized byte[] outgoing() {
        return records.outgoing();
    }

    @Override
    public synchronized void send(byte[] plain) throws IOException {
        if (!observed.isComplete()) {
            throw new IOException("nothing can be sent before the TLS handshake is complete");
        }
        records.send(plain);
    }

    @Override
    public synchronized boolean ready() {
        return observed.isComplete();
    }

    @Override
    public synchronized boolean endedByPeer() {
        return observed.closeNotifySeen();
    }

    @Override
    public synchronized void close() throws IOException {
        if (!over) {
            records.close();
            end();
        }
    }

    /** What is known of the handshake by now. Certificates are examined, once, when it has come to its end. */
    public synchronized HandshakeReport report() {
        CertificateExaminer.Result chain = examine();
        List<Remark> remarks = new ArrayList<>(chain.remarks());
        remarks.addAll(observed.remarks());
        if (!spokeTls) {
            remarks.add(new Remark(
                    Remark.Kind.MALFORMED,
                    "the server answered with something that is not TLS",
                    "Check the port: TLS may start at once there, only after STARTTLS, or never.",
                    true));
        }
        remarks.sort(Remark.WORST_FIRST);
        return new HandshakeReport(
                observed.isComplete(),
                observed.version().map(TlsVersion::words),
                observed.suite(),
                observed.group(),
                serverName,
                chain.facts(),
                remarks,
                observed.alert(),
                took(),
                observed.terms(choice.offer().protocols(), before.isPresent(), chain));
    }

    /** The first octets that came, at most 512: names a server that does not speak TLS. */
    public synchronized Octets firstOctets() {
        return Octets.of(first.toByteArray());
    }

    /** Whether what came first looks like TLS; true while nothing came. */
    public synchronized boolean spokeTls() {
        return spokeTls;
    }

    /** The certificates as sent, DER, the server's own first. */
    public synchronized List<Octets> certificates() {
        List<Octets> all = new ArrayList<>();
        observed.chain().forEach(der -> all.add(Octets.of(der)));
        return all;
    }

    /** The session, if the server gave something to take it up again by; of TLS 1.3 only after the handshake. */
    public synchronized Optional<Resumable> resumable() {
        return peer.resumable();
    }

    private CertificateExaminer.Result examine() {
        CertificateExaminer examiner = new CertificateExaminer(anchors, clock);
        if (ended == 0 || observed.chain().isEmpty()) {
            return examiner.facts(observed.chain());
        }
        if (examined.isEmpty()) {
            examined = Optional.of(examiner.examine(name, observed.evidence(), choice.demands()));
        }
        return examined.get();
    }

    private Duration took() {
        if (begun == 0) {
            return Duration.ZERO;
        }
        return Duration.ofNanos((ended == 0 ? System.nanoTime() : ended) - begun);
    }

    private void end() {
        over = true;
        ended = ended == 0 ? System.nanoTime() : ended;
    }

    private void keepFirst(byte[] octets) {
        int room = limits.firstOctets() - first.size();
        if (room > 0) {
            first.write(octets, 0, Math.min(room, octets.length));
        }
    }

    // RFC 8446 5.1: a server begins with a record of a handshake or an alert, and the version begins with 3. Bouncy
    // Castle would wait for five octets, which a short line of plain text does not have.
    private void refuseWhatIsNotTls() throws IOException {
        byte[] seen = first.toByteArray();
        boolean type = seen.length == 0 || seen[0] == CONTENT_ALERT || seen[0] == CONTENT_HANDSHAKE;
        if (!type || (seen.length > 1 && seen[1] != MAJOR_VERSION)) {
            spokeTls = false;
            end();
            throw new IOException("the server answered with something that is not TLS");
        }
    }

    private String words(IOException e) {
        Optional<Alert> alert = observed.alert();
        if (alert.isEmpty()) {
            return "TLS failed: " + e.getMessage();
        }
        return alert.get().ours()
                ? alert.get().words()
                : "the server sent the TLS alert " + alert.get().name() + ": "
                        + alert.get().words();
    }
}
