package dev.smtpsh.practice.scenario;

import dev.smtpsh.tls.server.ServerChoice;
import java.util.Optional;

/**
 * How the server behaves in a TLS handshake.
 *
 * @param withoutName the kind of certificate for clients that ask for no name by SNI, if it is another
 */
public record Handshake(ServerChoice choice, Optional<CertificateKind> withoutName) {
    /** In good order. */
    public static final Handshake GOOD = new Handshake(ServerChoice.DEFAULT, Optional.empty());
}
