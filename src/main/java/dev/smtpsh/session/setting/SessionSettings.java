package dev.smtpsh.session.setting;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.reply.ReplyLimits;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.client.TlsChoice;
import dev.smtpsh.wire.way.ProxyHeader;
import java.time.Duration;
import java.util.Optional;

/**
 * How to hold a conversation.
 *
 * @param anchors whom to trust when a certificate is judged
 * @param tlsOnConnect whether TLS begins before the greeting (RFC 8314 3.3)
 * @param lmtp whether LMTP is spoken (RFC 2033)
 * @param entrance what is sent before the greeting
 */
public record SessionSettings(
        Patience patience,
        ReplyLimits limits,
        TlsChoice tls,
        Anchors anchors,
        boolean tlsOnConnect,
        boolean lmtp,
        Entrance entrance) {
    /**
     * What is sent before the greeting has come.
     *
     * @param header of the PROXY protocol, before TLS too
     * @param early what a client ought to keep to itself until it was greeted; empty for nothing
     */
    public record Entrance(Optional<ProxyHeader> header, Octets early) {
        /** Nothing, as is right. */
        public static final Entrance QUIET = new Entrance(Optional.empty(), Octets.EMPTY);
    }

    /** To speak SMTP. */
    public SessionSettings(
            Patience patience, ReplyLimits limits, TlsChoice tls, Anchors anchors, boolean tlsOnConnect) {
        this(patience, limits, tls, anchors, tlsOnConnect, false, Entrance.QUIET);
    }

    /** With one patience for all stages, unless none is given. */
    public SessionSettings withPatience(Optional<Duration> all) {
        return all.isEmpty()
                ? this
                : new SessionSettings(new Patience(all), limits, tls, anchors, tlsOnConnect, lmtp, entrance);
    }

    public SessionSettings withTlsOnConnect(boolean wanted) {
        return new SessionSettings(patience, limits, tls, anchors, wanted, lmtp, entrance);
    }

    public SessionSettings withLmtp(boolean wanted) {
        return new SessionSettings(patience, limits, tls, anchors, tlsOnConnect, wanted, entrance);
    }

    public SessionSettings withAnchors(Anchors others) {
        return new SessionSettings(patience, limits, tls, others, tlsOnConnect, lmtp, entrance);
    }

    public SessionSettings entering(Entrance other) {
        return new SessionSettings(patience, limits, tls, anchors, tlsOnConnect, lmtp, other);
    }
}
