package dev.smtpsh.tls;

import dev.smtpsh.wire.Layer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Two layers that talk to each other without a network. */
public final class InMemory {
    private static final int ROUNDS = 1000;

    private final Layer client;
    private final Layer server;
    private final int piece;
    private Optional<IOException> clientFailure = Optional.empty();
    private Optional<IOException> serverFailure = Optional.empty();

    /** @param piece how many octets are delivered at a time */
    public InMemory(Layer client, Layer server, int piece) {
        this.client = client;
        this.server = server;
        this.piece = piece;
    }

    public static InMemory between(Layer client, Layer server) {
        return new InMemory(client, server, Integer.MAX_VALUE);
    }

    /** Begins both sides and carries octets until nothing moves any more. */
    public InMemory shake() throws IOException {
        server.begin();
        client.begin();
        carry();
        return this;
    }

    public void carry() throws IOException {
        for (int i = 0; i < ROUNDS; i++) {
            byte[] toServer = client.outgoing();
            serverFailure = serverFailure.or(() -> deliver(toServer, server));
            byte[] toClient = server.outgoing();
            clientFailure = clientFailure.or(() -> deliver(toClient, client));
            if (toServer.length == 0 && toClient.length == 0) {
                return;
            }
        }
        throw new IOException("the two sides never stop talking");
    }

    /** What the client's side failed with. */
    public Optional<IOException> clientFailure() {
        return clientFailure;
    }

    public Optional<IOException> serverFailure() {
        return serverFailure;
    }

    /** Sends a text from one side and returns what the other reads. */
    public String say(Layer from, String text) throws IOException {
        from.send(text.getBytes(StandardCharsets.UTF_8));
        Layer to = from == client ? server : client;
        carry();
        return new String(to.plain(), StandardCharsets.UTF_8);
    }

    private Optional<IOException> deliver(byte[] octets, Layer to) {
        try {
            for (int at = 0; at < octets.length; at += Math.min(piece, octets.length - at)) {
                to.received(Arrays.copyOfRange(octets, at, at + Math.min(piece, octets.length - at)));
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }
}
