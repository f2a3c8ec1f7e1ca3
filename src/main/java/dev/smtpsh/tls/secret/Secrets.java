package dev.smtpsh.tls.secret;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.tls.crypto.TlsCryptoUtils;
import org.bouncycastle.tls.crypto.TlsHash;
import org.bouncycastle.tls.crypto.TlsSecret;

/** The secrets of one connection as they are made: written to a key log, and kept as far as a resumption needs them. */
public final class Secrets implements NotingSecret.Relabeling {
    // The left column is RFC 8446 7.1, the right one is what NSS and Wireshark call it.
    private static final Map<String, String> LOGGED = Map.of(
            "c e traffic", "CLIENT_EARLY_TRAFFIC_SECRET",
            "c hs traffic", "CLIENT_HANDSHAKE_TRAFFIC_SECRET",
            "s hs traffic", "SERVER_HANDSHAKE_TRAFFIC_SECRET",
            "c ap traffic", "CLIENT_TRAFFIC_SECRET_0",
            "s ap traffic", "SERVER_TRAFFIC_SECRET_0",
            "exp master", "EXPORTER_SECRET");

    private final KeyLog log;
    private final boolean resuming;
    private Supplier<byte[]> clientRandom = () -> new byte[0];
    private Optional<NotingSecret> master = Optional.empty();
    private Optional<TlsHash> transcript = Optional.empty();
    private Optional<TlsSecret> resumption = Optional.empty();

    public Secrets(KeyLog log, boolean resuming) {
        this.log = log;
        this.resuming = resuming;
    }

    public void clientRandom(Supplier<byte[]> known) {
        clientRandom = known;
    }

    public void transcript(TlsHash hash) {
        transcript = Optional.of(hash);
    }

    @Override
    public void secret(String label, NotingSecret parent, byte[] secret) {
        if (label.equals("c ap traffic")) {
            master = Optional.of(parent);
        }
        String name = LOGGED.get(label);
        if (name != null) {
            add(name, secret);
        }
    }

    // Bouncy Castle knows keys agreed on elsewhere; one from a ticket differs by this word only (RFC 8446 4.2.11.2).
    @Override
    public byte[] relabel(byte[] info) {
        byte[] other = info.clone();
        int at = 3 + "tls13 ".length();
        if (resuming && other.length > at + 2 && other[at] == 'e' && other[at + 1] == 'x' && other[at + 2] == 't') {
            other[at] = 'r';
            other[at + 1] = 'e';
            other[at + 2] = 's';
        }
        return other;
    }

    /** TLS 1.2 and before has one secret. */
    public void masterBefore13(TlsSecret secret) {
        add("CLIENT_RANDOM", NotingSecret.copyOf(secret));
    }

    /** The handshake of TLS 1.3 is complete: what tickets are made of can be told. */
    public void complete13(int hashAlgorithm) throws IOException {
        if (master.isPresent() && transcript.isPresent()) {
            byte[] hash = transcript.get().cloneHash().calculateHash();
            resumption = Optional.of(
                    TlsCryptoUtils.hkdfExpandLabel(master.get(), hashAlgorithm, "res master", hash, hash.length));
        }
    }

    /** The key that a ticket names (RFC 8446 4.6.1). */
    public Optional<byte[]> keyOf(byte[] nonce, int hashAlgorithm, int length) throws IOException {
        return resumption.isEmpty()
                ? Optional.empty()
                : Optional.of(NotingSecret.copyOf(
                        TlsCryptoUtils.hkdfExpandLabel(resumption.get(), hashAlgorithm, "resumption", nonce, length)));
    }

    private void add(String name, byte[] secret) {
        HexFormat hex = HexFormat.of();
        log.add(name + " " + hex.formatHex(clientRandom.get()) + " " + hex.formatHex(secret));
    }
}
