package dev.smtpsh.script.judge;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.tls.HandshakeReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What can be asked about after an exchange.
 *
 * @param exchange the last one
 * @param greeting the reply the server greeted with
 * @param state after the exchange
 * @param tls what the handshake of this connection showed
 * @param annotations what the reply means, the best first
 * @param now by which a certificate's days are counted
 */
public record Moment(
        Optional<Exchange> exchange,
        Optional<Reply> greeting,
        SessionState state,
        Optional<HandshakeReport> tls,
        List<Annotation> annotations,
        Instant now) {
    public Moment {
        annotations = List.copyOf(annotations);
    }
}
