package dev.smtpsh.tls.server;

import dev.smtpsh.tls.TlsVersion;
import java.util.Optional;
import java.util.Set;

/**
 * How a server behaves in a handshake.
 *
 * @param versions the versions it speaks, at least one
 * @param alert the number of a fatal alert it answers every ClientHello with
 * @param suites which cipher suites it takes
 * @param certificate whether it asks for a client certificate
 */
public record ServerChoice(
        Set<TlsVersion> versions, Optional<Integer> alert, Suites suites, ClientCertificate certificate) {
    public static final ServerChoice DEFAULT = new ServerChoice(
            Set.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3), Optional.empty(), Suites.GOOD, ClientCertificate.NOT_ASKED);

    /** Cipher suites. */
    public enum Suites {
        /** Those that everybody has. */
        GOOD,
        /** One without encryption that nobody offers (RFC 5246 A.5), so that there is none in common. */
        UNHEARD_OF
    }

    /** A certificate of the client's. */
    public enum ClientCertificate {
        NOT_ASKED,
        /** Asked for, and gone on without. */
        ASKED,
        /** Asked for, and without one there is no connection. */
        REQUIRED
    }

    public ServerChoice {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("no TLS version to speak");
        }
        versions = Set.copyOf(versions);
        alert.ifPresent(number -> {
            if (number < 0 || number > 255) {
                throw new IllegalArgumentException("an alert is 0 to 255: " + number);
            }
        });
    }

    public ServerChoice withVersions(Set<TlsVersion> others) {
        return new ServerChoice(others, alert, suites, certificate);
    }

    /** Refuses every handshake with a fatal alert, such as 40 for handshake_failure. */
    public ServerChoice refusingWith(int number) {
        return new ServerChoice(versions, Optional.of(number), suites, certificate);
    }

    public ServerChoice wantingCertificate() {
        return new ServerChoice(versions, alert, suites, ClientCertificate.ASKED);
    }
}
