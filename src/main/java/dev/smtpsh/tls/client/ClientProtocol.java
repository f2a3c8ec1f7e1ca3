package dev.smtpsh.tls.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsUtils;

/** Bouncy Castle's client, which hands on the tickets of TLS 1.3 that it would throw away. */
final class ClientProtocol extends TlsClientProtocol {
    private final Tickets tickets;

    ClientProtocol(Tickets tickets) {
        this.tickets = tickets;
    }

    /** Takes tickets as they come. */
    @FunctionalInterface
    interface Tickets {
        void ticket(Duration lifetime, byte[] nonce, byte[] ticket) throws IOException;
    }

    // RFC 8446 4.6.1: lifetime, age_add, nonce, ticket, extensions.
    @Override
    protected void receive13NewSessionTicket(ByteArrayInputStream message) throws IOException {
        byte[] octets = message.readAllBytes();
        super.receive13NewSessionTicket(new ByteArrayInputStream(octets));
        ByteArrayInputStream fields = new ByteArrayInputStream(octets);
        long lifetime = TlsUtils.readUint32(fields);
        TlsUtils.readUint32(fields);
        byte[] nonce = TlsUtils.readOpaque8(fields);
        byte[] ticket = TlsUtils.readOpaque16(fields);
        tickets.ticket(Duration.ofSeconds(lifetime), nonce, ticket);
    }
}
