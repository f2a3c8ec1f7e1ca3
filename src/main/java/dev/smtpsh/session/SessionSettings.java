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
 */
public record SessionSettings(
        Patience patience, ReplyLimits limits, TlsChoice tls, Anchors anchors, boolean tlsOnConnect) {
    /** With one patience for all stages, unless none is given. */
    public SessionSettings withPatience(Optional<Duration> all) {
        return all.isEmpty() ? this : new SessionSettings(new Patience(all), limits, tls, anchors, tlsOnConnect);
    }

    public SessionSettings withTlsOnConnect(boolean wanted) {
        return new SessionSettings(patience, limits, tls, anchors, wanted);
    }

    public SessionSettings withAnchors(Anchors others) {
        return new SessionSettings(patience, limits, tls, others, tlsOnConnect);
    }
}
