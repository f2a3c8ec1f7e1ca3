package dev.smtpsh.tls.client;

import dev.smtpsh.tls.TlsVersion;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What to offer in a handshake.
 *
 * @param versions the versions to offer, at least one
 * @param sendServerName whether to send SNI; never sent for an address (RFC 6066 3)
 * @param serverName sent as SNI instead of the name the server was called by
 * @param identity shown to a server that asks for a client certificate
 */
public record TlsChoice(
        Set<TlsVersion> versions,
        boolean sendServerName,
        Optional<String> serverName,
        Optional<ClientIdentity> identity) {
    /** All versions, so that an old server can be looked at and the report can say how old it is. */
    public static final TlsChoice DEFAULT =
            new TlsChoice(EnumSet.allOf(TlsVersion.class), true, Optional.empty(), Optional.empty());

    public TlsChoice {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("no TLS version to offer");
        }
        versions = Set.copyOf(versions);
    }

    public TlsChoice withVersions(Set<TlsVersion> others) {
        return new TlsChoice(others, sendServerName, serverName, identity);
    }

    public TlsChoice withServerName(String other) {
        return new TlsChoice(versions, true, Optional.of(other), identity);
    }

    public TlsChoice withoutServerName() {
        return new TlsChoice(versions, false, Optional.empty(), identity);
    }

    public TlsChoice withIdentity(ClientIdentity other) {
        return new TlsChoice(versions, sendServerName, serverName, Optional.of(other));
    }
}
