package dev.smtpsh.session;

import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.smtp.state.Stage;
import dev.smtpsh.tls.HandshakeReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A command and its reply; the greeting and unasked replies have no command.
 *
 * @param number 0 for the greeting, then counts the commands of a session; an unasked reply has the last command's
 * @param at when the command was sent
 * @param took from then, or from the verdict before, until the last octet of the reply was read
 * @param tls the TLS version in force when the reply came, such as {@code TLSv1.3}; empty for plain text
 * @param handshake what the TLS handshake showed that the reply to STARTTLS let begin
 * @param recipient whom alone the verdict on a message is for (LMTP, PRDR); the verdicts behind the first have no command
 */
public record Exchange(
        int number,
        Stage stage,
        Optional<Command> command,
        Reply reply,
        Instant at,
        Duration took,
        SessionState before,
        SessionState after,
        Optional<String> tls,
        Optional<HandshakeReport> handshake,
        Optional<String> recipient) {
    /** A reply that is for nobody in particular. */
    public Exchange(
            int number,
            Stage stage,
            Optional<Command> command,
            Reply reply,
            Instant at,
            Duration took,
            SessionState before,
            SessionState after,
            Optional<String> tls,
            Optional<HandshakeReport> handshake) {
        this(number, stage, command, reply, at, took, before, after, tls, handshake, Optional.empty());
    }

    /** Whether it is a verdict on a message behind another one: for another recipient, or in the end for all. */
    public boolean furtherVerdict() {
        return stage == Stage.MESSAGE && command.isEmpty();
    }

    /** The same with the handshake that its reply let begin. */
    Exchange secured(SessionState later, Optional<HandshakeReport> report) {
        Optional<String> version = report.flatMap(HandshakeReport::version);
        return new Exchange(number, stage, command, reply, at, took, before, later, version, report, recipient);
    }
}
