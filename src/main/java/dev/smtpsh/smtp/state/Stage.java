package dev.smtpsh.smtp.state;

import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Verb;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The moment a reply belongs to: what the client was doing, and how long it waits for the answer. */
public enum Stage {
    // RFC 5321 4.5.3.2 sets the patience of greeting, MAIL, RCPT, DATA and the final dot; the others get five minutes.
    GREETING(Duration.ofMinutes(5), "waiting for the greeting"),
    HELLO(Duration.ofMinutes(5), "saying hello"),
    STARTTLS(Duration.ofMinutes(5), "asking for TLS"),
    AUTH(Duration.ofMinutes(5), "logging in"),
    MAIL(Duration.ofMinutes(5), "naming the reverse-path"),
    RCPT(Duration.ofMinutes(5), "naming a recipient"),
    DATA(Duration.ofMinutes(2), "asking to send the message"),
    MESSAGE(Duration.ofMinutes(10), "waiting for the verdict on the message"),
    VRFY(Duration.ofMinutes(5), "asking about a mailbox"),
    EXPN(Duration.ofMinutes(5), "asking about a list"),
    HELP(Duration.ofMinutes(5), "asking for help"),
    NOOP(Duration.ofMinutes(5), "doing nothing"),
    RSET(Duration.ofMinutes(5), "dropping the envelope"),
    QUIT(Duration.ofMinutes(5), "saying goodbye"),
    ETRN(Duration.ofMinutes(5), "asking for queued mail"),
    OTHER(Duration.ofMinutes(5), "waiting for the reply"),
    UNASKED(Duration.ofMinutes(5), "idle");

    private final Duration patience;
    private final String doing;

    Stage(Duration patience, String doing) {
        this.patience = patience;
        this.doing = doing;
    }

    /** How long RFC 5321 4.5.3.2 would have a client wait for this reply. */
    public Duration patience() {
        return patience;
    }

    /** What is going on, for a message about waiting or failing. */
    public String doing() {
        return doing;
    }

    /** The name as rule files and reports write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Stage> named(String label) {
        for (Stage stage : values()) {
            if (stage.label().equals(label)) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }

    /** The stage in which the reply to a command comes. */
    public static Stage of(Command command) {
        if (command instanceof Command.Message) {
            return MESSAGE;
        }
        if (command instanceof Command.AuthAnswer) {
            return AUTH;
        }
        Optional<Verb> verb = command.verb();
        boolean chunk = verb.filter(one -> one == Verb.BDAT || one == Verb.BURL).isPresent();
        return chunk && !SessionState.lastChunk(command)
                ? OTHER
                : verb.map(Stage::of).orElse(OTHER);
    }

    private static Stage of(Verb verb) {
        return switch (verb) {
            case HELO, EHLO, LHLO -> HELLO;
            case STARTTLS -> STARTTLS;
            case AUTH -> AUTH;
            case MAIL, SEND, SOML, SAML -> MAIL;
            case RCPT -> RCPT;
            case DATA -> DATA;
            case BDAT, BURL -> MESSAGE;
            case VRFY -> VRFY;
            case EXPN -> EXPN;
            case HELP -> HELP;
            case NOOP -> NOOP;
            case RSET -> RSET;
            case QUIT -> QUIT;
            case ETRN, ATRN, TURN -> ETRN;
            case XCLIENT, XFORWARD -> OTHER;
        };
    }
}
