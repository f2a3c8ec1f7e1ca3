package dev.smtpsh.scan;

import dev.smtpsh.tls.certificate.Anchors;
import java.time.Duration;
import java.util.Optional;

/**
 * How to scan.
 *
 * @param connections at the same time ({@code scan-connections})
 * @param patience for each step of a connection ({@code scan-patience})
 * @param helo the name to greet with
 * @param tlsOnConnect whether TLS begins before the greeting
 * @param serverName sent as SNI instead of the server's name
 */
public record ScanSettings(
        int connections,
        Duration patience,
        String helo,
        boolean tlsOnConnect,
        Optional<String> serverName,
        Anchors anchors) {
    /** Servers take some fifty connections from one client; a sixth of them disturbs nobody. */
    public static final int CONNECTIONS = 8;

    /** Some servers delay their greeting on purpose. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);
}
