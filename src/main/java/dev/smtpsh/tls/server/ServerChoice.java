package dev.smtpsh.tls.server;

import dev.smtpsh.tls.TlsVersion;
import java.util.Optional;
import java.util.Set;

/**
 * How a server behaves in a handshake.
 *
 * @param versions the versions it speaks, at least one
 * @param alert the number of a fatal alert it answers every ClientHello with
 * @param wantsCertificate whether it asks for a client certificate (and goes on without)
 */
public record ServerChoice(Set<TlsVersion> versions, Optional<Integer> alert, boolean wantsCertificate) {
    public static final ServerChoice DEFAULT =
            new ServerChoice(Set.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3), Optional.empty(), false);

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
        return new ServerChoice(others, alert, wantsCertificate);
    }

    /** Refuses every handshake with a fatal alert, such as 40 for handshake_failure. */
    public ServerChoice refusingWith(int number) {
        return new ServerChoice(versions, Optional.of(number), wantsCertificate);
    }

    public ServerChoice wantingCertificate() {
        return new ServerChoice(versions, alert, true);
    }
}
