package dev.smtpsh.session;

import dev.smtpsh.session.Failure.Blame;
import dev.smtpsh.session.Failure.Kind;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.state.Stage;
import dev.smtpsh.tls.HandshakeReport;
import dev.smtpsh.wire.Ending;
import dev.smtpsh.wire.Target;
import dev.smtpsh.wire.WireException;
import java.time.Duration;
import java.util.Optional;

/** Puts what went wrong into words: what, why, mend. */
final class Failures {
    private Failures() {}

    static Failure notConnected(Target target, WireException e) {
        String where = target.name() + " (" + target.where() + ")";
        return switch (e.trouble()) {
            case REFUSED ->
                unreachable(
                        Kind.UNREACHABLE,
                        "connection to " + where + " refused",
                        "Nothing listens on that port, or a firewall rejects it",
                        "Check the port (25, 465, 587), and that the mail server runs.");
            case TIMED_OUT ->
                unreachable(
                        Kind.TIMEOUT,
                        "no answer from " + where,
                        "A firewall drops the packets, or the host is down; many networks block port 25 outwards",
                        "Try port 587 or 465, or the same from another network.");
            case LOCAL_ADDRESS ->
                unreachable(
                        Kind.UNREACHABLE,
                        "cannot connect from the chosen local address",
                        e.getMessage(),
                        "Give an address of this machine with --source, or leave it out.");
            case PROXY ->
                unreachable(
                        Kind.UNREACHABLE,
                        "the proxy did not connect to " + where,
                        e.getMessage(),
                        "Check the address of the proxy and whether it allows this port.");
            case UNREACHABLE, RESET, CLOSED, TLS ->
                unreachable(
                        Kind.UNREACHABLE,
                        "cannot reach " + where,
                        e.getMessage(),
                        "Check the network and the address; -4 or -6 chooses the family.");
        };
    }

    private static Failure unreachable(Kind kind, String what, String why, String mend) {
        return new Failure(
                kind, Stage.GREETING, Blame.NETWORK, what, why, mend, Optional.empty(), Octets.EMPTY, Optional.empty());
    }

    static Failure ended(Due due, Ending ending, Octets seen) {
        boolean greeting = due.stage() == Stage.GREETING;
        String what = greeting ? "the server hung up before the greeting" : ending.words() + " instead of answering";
        Kind kind = ending == Ending.TLS_BROKEN ? Kind.TLS : Kind.CLOSED;
        return new Failure(
                kind,
                due.stage(),
                ending == Ending.OURS ? Blame.US : Blame.THEM,
                what,
                whyEnded(due.stage()),
                mendEnded(due.stage()),
                due.command(),
                seen,
                Optional.empty());
    }

    private static String whyEnded(Stage stage) {
        return switch (stage) {
            case GREETING -> "It may refuse this address, be out of connections, or want TLS from the first octet";
            case MESSAGE -> "Whether the message was taken is not known";
            case QUIT -> "It did not say goodbye; nothing is lost by that";
            default -> "It gave up or was restarted; a polite server says 421 first";
        };
    }

    private static String mendEnded(Stage stage) {
        return switch (stage) {
            case GREETING -> "Try again in a few minutes, from another address, or with --tls-on-connect.";
            case MESSAGE -> "Look into the server's log before sending it again: it could arrive twice.";
            case QUIT -> "Nothing needs mending.";
            default -> "Connect again: reconnect.";
        };
    }

    static Failure silent(Due due, Duration limit, Octets partial) {
        return new Failure(
                Kind.TIMEOUT,
                due.stage(),
                Blame.THEM,
                "no whole reply within " + inWords(limit) + " while "
                        + due.stage().doing(),
                whySilent(due.stage()),
                mendSilent(due.stage()),
                due.command(),
                partial,
                Optional.empty());
    }

    private static String whySilent(Stage stage) {
        return switch (stage) {
            case GREETING -> "A greet delay, a slow reverse DNS lookup of your address, or a port that wants TLS first";
            case RCPT -> "It may be asking another server about the recipient, or slow you down on purpose";
            case MESSAGE -> "It may still be scanning the message; it may also have taken it";
            case DATA -> "It may be out of resources, or still wait for something";
            default -> "It may be overloaded, or wait for the end of something";
        };
    }

    private static String mendSilent(Stage stage) {
        return switch (stage) {
            case GREETING -> "Give it longer with --timeout 5m, or try --tls-on-connect.";
            case MESSAGE -> "Do not send the message again before you know: it could arrive twice. Type wait.";
            default -> "Type wait to go on waiting, or close.";
        };
    }

    static Failure stopped(Due due, Octets partial) {
        return new Failure(
                Kind.STOPPED,
                due.stage(),
                Blame.US,
                "stopped waiting while " + due.stage().doing(),
                "1 reply is still due",
                "Type wait to read it, or close to hang up.",
                due.command(),
                partial,
                Optional.empty());
    }

    static Failure notOpen(Command command, Stage stage) {
        return new Failure(
                Kind.CLOSED,
                stage,
                Blame.US,
                "not connected",
                "The connection is closed",
                "Connect again: reconnect.",
                Optional.of(command),
                Octets.EMPTY,
                Optional.empty());
    }

    static Failure notSent(Command command, Stage stage, WireException e) {
        Kind kind = e.trouble() == WireException.Trouble.TIMED_OUT ? Kind.TIMEOUT : Kind.CLOSED;
        return new Failure(
                kind,
                stage,
                Blame.THEM,
                e.getMessage(),
                "The other side hung up or stopped reading",
                mendEnded(stage),
                Optional.of(command),
                Octets.EMPTY,
                Optional.empty());
    }

    static Failure noTls(Optional<Command> command, WireException e, Octets seen, HandshakeReport report) {
        Kind kind = e.trouble() == WireException.Trouble.TIMED_OUT ? Kind.TIMEOUT : Kind.TLS;
        String why = report.alert().map(alert -> alert.words()).orElseGet(() -> String.valueOf(e.getMessage()));
        return new Failure(
                kind,
                Stage.STARTTLS,
                Blame.BOTH,
                "the TLS handshake failed",
                why,
                "Connect again; without TLS the server may still talk: leave STARTTLS out.",
                command,
                seen,
                Optional.of(report));
    }

    private static String inWords(Duration limit) {
        long seconds = limit.toSeconds();
        return seconds >= 120 && seconds % 60 == 0
                ? seconds / 60 + " minutes"
                : seconds > 0 ? seconds + " s" : limit.toMillis() + " ms";
    }
}
