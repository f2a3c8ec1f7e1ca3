package dev.smtpsh.tls;

import dev.smtpsh.tls.server.ServerIdentity;
import dev.smtpsh.wire.Layer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/** The JDK's own TLS as a layer: an independent judge of both our sides. */
public final class JsseLayer implements Layer {
    private static final char[] NO_SECRET = "practice".toCharArray();

    private final SSLEngine engine;
    private final ByteArrayOutputStream outgoing = new ByteArrayOutputStream();
    private final ByteArrayOutputStream plain = new ByteArrayOutputStream();
    private byte[] pending = new byte[0];
    private boolean ready;

    private JsseLayer(SSLEngine engine) {
        this.engine = engine;
    }

    public static JsseLayer server(ServerIdentity identity, Set<TlsVersion> versions) throws Exception {
        KeyStore store = emptyStore();
        store.setKeyEntry("it", identity.key(), NO_SECRET, identity.chain().toArray(new X509Certificate[0]));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_SECRET);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        return new JsseLayer(limited(engine, versions));
    }

    /** A client that checks the certificate for a name. */
    public static JsseLayer client(String name, X509Certificate authority, Set<TlsVersion> versions) throws Exception {
        KeyStore store = emptyStore();
        store.setCertificateEntry("authority", authority);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        SSLEngine engine = context.createSSLEngine(name, 25);
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setServerNames(List.of(new SNIHostName(name)));
        engine.setSSLParameters(parameters);
        return new JsseLayer(limited(engine, versions));
    }

    public String protocol() {
        return engine.getSession().getProtocol();
    }

    public String suite() {
        return engine.getSession().getCipherSuite();
    }

    @Override
    public void begin() throws IOException {
        engine.beginHandshake();
        run();
    }

    @Override
    public void received(byte[] octets) throws IOException {
        byte[] all = new byte[pending.length + octets.length];
        System.arraycopy(pending, 0, all, 0, pending.length);
        System.arraycopy(octets, 0, all, pending.length, octets.length);
        pending = all;
        try {
            run();
        } catch (IOException e) {
            wrapAlert();
            throw e;
        }
    }

    @Override
    public byte[] plain() {
        byte[] taken = plain.toByteArray();
        plain.reset();
        return taken;
    }

    @Override
    public byte[] outgoing() {
        byte[] taken = outgoing.toByteArray();
        outgoing.reset();
        return taken;
    }

    @Override
    public void send(byte[] octets) throws IOException {
        ByteBuffer from = ByteBuffer.wrap(octets);
        while (from.hasRemaining()) {
            wrap(from);
        }
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    public boolean endedByPeer() {
        return engine.isInboundDone();
    }

    @Override
    public void close() throws IOException {
        engine.closeOutbound();
        run();
    }

    private void run() throws IOException {
        boolean more = true;
        while (more) {
            HandshakeStatus status = engine.getHandshakeStatus();
            if (status == HandshakeStatus.NEED_TASK) {
                engine.getDelegatedTask().run();
            } else if (status == HandshakeStatus.NEED_WRAP) {
                more = wrap(ByteBuffer.allocate(0)) != Status.CLOSED;
            } else {
                more = pending.length > 0 && unwrap() == Status.OK;
            }
        }
    }

    // The engine throws first and has the alert ready after that.
    private void wrapAlert() {
        try {
            while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP
                    && wrap(ByteBuffer.allocate(0)) != Status.CLOSED) {}
        } catch (IOException e) {
            pending = new byte[0];
        }
    }

    private Status wrap(ByteBuffer from) throws IOException {
        ByteBuffer to = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        SSLEngineResult result = engine.wrap(from, to);
        note(result);
        outgoing.write(to.array(), 0, to.position());
        return result.getStatus();
    }

    private Status unwrap() throws IOException {
        ByteBuffer from = ByteBuffer.wrap(pending);
        ByteBuffer to = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        SSLEngineResult result = engine.unwrap(from, to);
        note(result);
        plain.write(to.array(), 0, to.position());
        pending = Arrays.copyOfRange(pending, from.position(), pending.length);
        return result.getStatus();
    }

    private void note(SSLEngineResult result) {
        ready |= result.getHandshakeStatus() == HandshakeStatus.FINISHED;
    }

    private static SSLEngine limited(SSLEngine engine, Set<TlsVersion> versions) {
        engine.setEnabledProtocols(versions.stream().map(TlsVersion::words).toArray(String[]::new));
        return engine;
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_SECRET);
        return store;
    }
}
