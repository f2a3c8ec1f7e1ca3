package dev.smtpsh.tls;

import java.time.Instant;
import java.util.Locale;

/**
 * A proof that a certificate was, or is to be, published in a log of Certificate Transparency (RFC 6962 3.2). It is
 * shown, not checked: that needs the keys of all logs.
 *
 * @param log the identifier of the log, base64
 * @param at when the log saw the certificate
 */
public record SignedTimestamp(Source source, String log, Instant at) {
    /** Where it was found. */
    public enum Source {
        CERTIFICATE,
        STAPLE,
        HANDSHAKE;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
