package dev.smtpsh.session;

import dev.smtpsh.smtp.reply.ReplyLimits;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.client.TlsChoice;
import java.time.Duration;
import java.util.Optional;

/**
 * How to hold a conversation.
 *
 * @param anchors whom to trust when a certificate is judged
 * @param tlsOnConnect whether TLS begins before the greeting (RFC 8314 3.3)
 * @param lmtp whether LMTP is spoken (RFC 2033)
 */
public record SessionSettings(
        Patience patience, ReplyLimits limits, TlsChoice tls, Anchors anchors, boolean tlsOnConnect, boolean lmtp) {
    /** To speak SMTP. */
    public SessionSettings(
            Patience patience, ReplyLimits limits, TlsChoice tls, Anchors anchors, boolean tlsOnConnect) {
        this(patience, limits, tls, anchors, tlsOnConnect, false);
    }

    /** With one patience for all stages, unless none is given. */
    public SessionSettings withPatience(Optional<Duration> all) {
        return all.isEmpty() ? this : new SessionSettings(new Patience(all), limits, tls, anchors, tlsOnConnect, lmtp);
    }

    public SessionSettings withTlsOnConnect(boolean wanted) {
        return new SessionSettings(patience, limits, tls, anchors, wanted, lmtp);
    }

    public SessionSettings withLmtp(boolean wanted) {
        return new SessionSettings(patience, limits, tls, anchors, tlsOnConnect, wanted);
    }

    public SessionSettings withAnchors(Anchors others) {
        return new SessionSettings(patience, limits, tls, others, tlsOnConnect, lmtp);
    }
}
