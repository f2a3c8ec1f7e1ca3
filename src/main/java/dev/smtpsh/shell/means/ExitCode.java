package dev.smtpsh.shell.means;

import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Failure;
import dev.smtpsh.shell.login.Trouble;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.Stage;

/** How a run ends, for the caller; the worst one wins. Declared from best to worst. */
public enum ExitCode {
    FINE(0, "all fine"),
    TRY_LATER(3, "the server said to try later (4yz)"),
    REFUSED(1, "the server refused for good (5yz)"),
    AUTH(6, "authentication refused or missing"),
    TIMEOUT(7, "a reply did not come in time"),
    TLS(5, "TLS did not come about"),
    UNREACHABLE(4, "cannot reach the server, or the connection broke"),
    PROTOCOL(8, "the server broke the protocol"),
    USAGE(2, "wrong usage"),
    INTERRUPTED(130, "interrupted");

    private final int value;
    private final String words;

    ExitCode(int value, String words) {
        this.value = value;
        this.words = words;
    }

    public int value() {
        return value;
    }

    public String words() {
        return words;
    }

    public ExitCode or(ExitCode other) {
        return other.compareTo(this) > 0 ? other : this;
    }

    public static ExitCode of(Exchange exchange) {
        Reply reply = exchange.reply();
        if (reply.breaksProtocol() || reply.code().isEmpty()) {
            return PROTOCOL;
        }
        boolean login = exchange.stage() == Stage.AUTH || reply.is(530);
        if (reply.permanentFailure()) {
            return login ? AUTH : REFUSED;
        }
        return reply.transientFailure() ? TRY_LATER : FINE;
    }

    public static ExitCode of(Trouble trouble) {
        return switch (trouble.kind()) {
            case USAGE -> USAGE;
            case MISSING -> AUTH;
            case PROTOCOL -> PROTOCOL;
        };
    }

    public static ExitCode of(Failure failure) {
        return switch (failure.kind()) {
            case UNREACHABLE -> UNREACHABLE;
            // RFC 5321 4.1.1.10 wants a 221, but nothing is lost where it is missing.
            case CLOSED -> failure.stage() == Stage.QUIT ? FINE : UNREACHABLE;
            case TIMEOUT -> TIMEOUT;
            case STOPPED -> INTERRUPTED;
            case TLS -> TLS;
            case PROTOCOL -> {
                boolean notLoggedIn = failure.stage() == Stage.AUTH && failure.blame() == Failure.Blame.US;
                yield notLoggedIn ? AUTH : PROTOCOL;
            }
        };
    }
}
