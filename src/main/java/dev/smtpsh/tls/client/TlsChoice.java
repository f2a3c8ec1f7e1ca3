package dev.smtpsh.tls.client;

import dev.smtpsh.tls.TlsVersion;
import dev.smtpsh.tls.certificate.Demands;
import dev.smtpsh.tls.identity.ClientIdentity;
import dev.smtpsh.tls.secret.KeyLog;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What to offer in a handshake, and what to demand of it.
 *
 * @param versions the versions to offer, at least one
 * @param sendServerName whether to send SNI; never sent for an address (RFC 6066 3)
 * @param serverName sent as SNI instead of the name the server was called by
 * @param identity shown to a server that asks for a client certificate
 * @param offer suites, groups, schemes and protocols
 * @param demands keys and TLSA records the chain is held against
 * @param keyLog takes the secrets
 */
public record TlsChoice(
        Set<TlsVersion> versions,
        boolean sendServerName,
        Optional<String> serverName,
        Optional<ClientIdentity> identity,
        Offer offer,
        Demands demands,
        KeyLog keyLog) {
    /** All versions, so that an old server can be looked at and the report can say how old it is. */
    public static final TlsChoice DEFAULT = new TlsChoice(
            EnumSet.allOf(TlsVersion.class),
            true,
            Optional.empty(),
            Optional.empty(),
            Offer.ALL,
            Demands.NONE,
            KeyLog.NONE);

    public TlsChoice {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("no TLS version to offer");
        }
        versions = Set.copyOf(versions);
    }

    public TlsChoice withVersions(Set<TlsVersion> others) {
        return new TlsChoice(others, sendServerName, serverName, identity, offer, demands, keyLog);
    }

    public TlsChoice withServerName(String other) {
        return new TlsChoice(versions, true, Optional.of(other), identity, offer, demands, keyLog);
    }

    public TlsChoice withoutServerName() {
        return new TlsChoice(versions, false, Optional.empty(), identity, offer, demands, keyLog);
    }

    public TlsChoice withIdentity(ClientIdentity other) {
        return new TlsChoice(versions, sendServerName, serverName, Optional.of(other), offer, demands, keyLog);
    }

    public TlsChoice withOffer(Offer other) {
        return new TlsChoice(versions, sendServerName, serverName, identity, other, demands, keyLog);
    }

    public TlsChoice withDemands(Demands others) {
        return new TlsChoice(versions, sendServerName, serverName, identity, offer, others, keyLog);
    }

    public TlsChoice withKeyLog(KeyLog other) {
        return new TlsChoice(versions, sendServerName, serverName, identity, offer, demands, other);
    }
}
