package dev.smtpsh.tls;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A stapled answer about revocation (RFC 6960, RFC 6066 8).
 *
 * @param producedAt when the answer was made
 * @param thisUpdate from when it holds
 * @param nextUpdate until when it holds, if it says so
 * @param revokedAt when the certificate was revoked
 * @param words all of it as a sentence
 */
public record Staple(
        Status status,
        Optional<Instant> producedAt,
        Optional<Instant> thisUpdate,
        Optional<Instant> nextUpdate,
        Optional<Instant> revokedAt,
        String words) {
    /** What it says, or why it says nothing. */
    public enum Status {
        /** Not revoked, and signed by the issuer or on its behalf. */
        GOOD,
        REVOKED,
        /** The responder does not know the certificate. */
        UNKNOWN,
        /** It was good once, and holds no longer. */
        EXPIRED,
        /** About another certificate, or not signed by whom it should be. */
        UNPROVEN,
        /** The responder said that it cannot answer, or nothing can be read. */
        NO_ANSWER;

        /** Such as {@code good}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
