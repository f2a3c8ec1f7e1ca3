package dev.smtpsh.dns;

import dev.smtpsh.smtp.Octets;
import java.time.Duration;
import java.util.List;

/**
 * How an answer came about.
 *
 * @param server address and port of the server that gave the last message; empty text if none did
 * @param took from the first query to the answer
 * @param queries how many were sent for it
 * @param tcp whether the last message came over TCP, because the one over UDP was cut
 * @param authoritative whether the server answered for a zone of its own (AA, RFC 1035 4.1.1)
 * @param authenticated whether the server says that DNSSEC proves it (AD, RFC 4035 3.2.3); as good as the way to it
 * @param strangers records in the answer that belong to other names, and were not used
 * @param remarks what the server added in words (RFC 8914); anybody's text
 * @param messages the messages that were used, as they came
 */
public record Evidence(
        String server,
        Duration took,
        int queries,
        boolean tcp,
        boolean authoritative,
        boolean authenticated,
        int strangers,
        List<String> remarks,
        List<Octets> messages) {
    public static final Evidence NONE =
            new Evidence("", Duration.ZERO, 0, false, false, false, 0, List.of(), List.of());

    public Evidence {
        remarks = List.copyOf(remarks);
        messages = List.copyOf(messages);
    }
}
