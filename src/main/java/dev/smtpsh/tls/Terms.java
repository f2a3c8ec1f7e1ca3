package dev.smtpsh.tls;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What client and server agreed on besides version, suite and group, and what the server gave with it.
 *
 * @param signature the scheme the server signed the handshake with, such as {@code rsa_pss_rsae_sha256}; empty where
 *     there was no signature, and before TLS 1.2, which names none
 * @param extensions the extensions the server answered with, by their registered names
 * @param alpnOffered the protocols we named (RFC 7301)
 * @param alpn the one the server chose
 * @param resumption whether the session can be, or was, taken up again
 * @param staple the proof the server brought that its certificate is not revoked
 * @param timestamps the proofs that the certificate was published in a log
 * @param dane whether the chain fits the TLSA records that were given; empty if none were
 */
public record Terms(
        Optional<String> signature,
        List<String> extensions,
        List<String> alpnOffered,
        Optional<String> alpn,
        Resumption resumption,
        Optional<Staple> staple,
        List<SignedTimestamp> timestamps,
        Optional<DaneVerdict> dane) {
    /** Nothing is known of them. */
    public static final Terms NONE = new Terms(
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Resumption.NONE,
            Optional.empty(),
            List.of(),
            Optional.empty());

    public Terms {
        extensions = List.copyOf(extensions);
        alpnOffered = List.copyOf(alpnOffered);
        timestamps = List.copyOf(timestamps);
    }

    /**
     * Whether a session can be taken up again without a new proof of who the server is.
     *
     * @param offered whether we offered a session from before
     * @param resumed whether the server took it
     * @param sessionId whether the server gave the session a name (before TLS 1.3)
     * @param tickets how many tickets it has sent by now (RFC 5077, RFC 8446 4.6.1)
     * @param lifetime how long the ticket is good for, if the server said so
     */
    public record Resumption(
            boolean offered, boolean resumed, boolean sessionId, int tickets, Optional<Duration> lifetime) {
        public static final Resumption NONE = new Resumption(false, false, false, 0, Optional.empty());
    }
}
