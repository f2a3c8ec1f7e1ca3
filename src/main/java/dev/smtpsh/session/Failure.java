package dev.smtpsh.session;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.state.Stage;
import dev.smtpsh.tls.HandshakeReport;
import java.util.Optional;

/**
 * Why a conversation, or one step of it, came to nothing.
 *
 * @param what what happened, one sentence without full stop
 * @param why the probable reason; empty if {@code what} says it
 * @param mend what to do, imperative
 * @param command what was sent, if anything
 * @param seen what the server had sent by then and nobody could use, or empty
 * @param handshake what was seen of a TLS handshake that failed
 */
public record Failure(
        Kind kind,
        Stage stage,
        Blame blame,
        String what,
        String why,
        String mend,
        Optional<Command> command,
        Octets seen,
        Optional<HandshakeReport> handshake) {

    /** What class of trouble it is; decides the exit code. */
    public enum Kind {
        /** The name does not resolve, or no connection comes about. */
        UNREACHABLE,
        /** Connected, but the peer hung up or the network broke. */
        CLOSED,
        /** Nothing came in time. */
        TIMEOUT,
        /** The operator stopped waiting; a reply may still come. */
        STOPPED,
        /** TLS did not come about. */
        TLS,
        /** The peer does not speak SMTP, or breaks it beyond use. */
        PROTOCOL
    }

    /** Whose doing it is. */
    public enum Blame {
        US,
        THEM,
        NETWORK,
        BOTH,
        UNKNOWN
    }
}
