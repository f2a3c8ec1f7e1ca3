package dev.smtpsh.tls.server;

import dev.smtpsh.tls.Records;
import dev.smtpsh.wire.Layer;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** The server's side of TLS, without I/O. Safe for several threads. */
public final class ServerLayer implements Layer {
    private final TlsServerProtocol protocol = new TlsServerProtocol();
    private final Records records = new Records(protocol);
    private final ServerPeer peer;

    /** A layer for one connection. */
    public ServerLayer(ServerIdentity identity, ServerChoice choice) {
        this(name -> identity, choice);
    }

    /**
     * The same.
     *
     * @param identities what to show, by the name asked for by SNI (RFC 6066 3); their keys must be of one kind
     */
    public ServerLayer(Function<Optional<String>, ServerIdentity> identities, ServerChoice choice) {
        this.peer = new ServerPeer(new BcTlsCrypto(new SecureRandom()), identities, choice);
    }

    /** Begins to wait for the ClientHello. */
    @Override
    public synchronized void begin() throws IOException {
        protocol.accept(peer);
    }

    @Override
    public synchronized void received(byte[] octets) throws IOException {
        records.offer(octets);
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
        if (!peer.isComplete()) {
            throw new IOException("nothing can be sent before the TLS handshake is complete");
        }
        records.send(plain);
    }

    @Override
    public synchronized boolean ready() {
        return peer.isComplete();
    }

    @Override
    public synchronized boolean endedByPeer() {
        return peer.closeNotifySeen();
    }

    @Override
    public synchronized void close() throws IOException {
        records.close();
    }

    /** The server name the client asked for by SNI. */
    public synchronized Optional<String> nameAsked() {
        return peer.nameAsked();
    }
}
