package dev.smtpsh.smtp.state;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Envelope;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.extension.Capabilities;
import dev.smtpsh.smtp.extension.Extension;
import dev.smtpsh.smtp.reply.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one side knows of a conversation; {@link #after} gives the next state, nothing is changed in place.
 *
 * @param position where it stands
 * @param secured whether TLS is on
 * @param helloName the name given with the last accepted EHLO, HELO or LHLO
 * @param capabilities what EHLO offered since the last reset
 * @param login the mechanism of the AUTH under way ({@link Position#AUTH}) or done; see {@link #loggedIn()}
 * @param reversePath the path of the accepted MAIL; empty text for the null reverse-path
 * @param recipients the forward-paths accepted
 * @param recipientsTried how many RCPT were sent in this envelope
 * @param refused whether the last command was refused
 * @param verdicts how many replies the next message gets
 * @param offeredInPlain what EHLO offered before TLS began; nothing counts of it any more
 */
public record SessionState(
        Position position,
        boolean secured,
        Optional<String> helloName,
        Capabilities capabilities,
        Optional<String> login,
        Optional<String> reversePath,
        List<String> recipients,
        int recipientsTried,
        boolean refused,
        Verdicts verdicts,
        Capabilities offeredInPlain) {
    public SessionState {
        recipients = List.copyOf(recipients);
    }

    /** Connected, the greeting not yet read. */
    public static SessionState connected(boolean secured) {
        return new SessionState(
                Position.CONNECTED,
                secured,
                Optional.empty(),
                Capabilities.NONE,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                false,
                Verdicts.ONE,
                Capabilities.NONE);
    }

    /** The state once the greeting was read, whatever it says. */
    public SessionState greeted(Reply greeting) {
        Position next = greeting.is(421) ? Position.CLOSED : Position.GREETED;
        return in(next).marked(!greeting.completed());
    }

    /** RFC 3207 4.2: after TLS began, all that was known of the other side is forgotten. */
    public SessionState withTls() {
        return connected(true)
                .with(lmtp() ? verdicts : Verdicts.ONE, capabilities)
                .in(Position.GREETED);
    }

    /** The state of a conversation in which LMTP is spoken (RFC 2033), or is not. */
    public SessionState speaking(boolean lmtp) {
        return with(lmtp ? Verdicts.EACH : Verdicts.ONE, offeredInPlain);
    }

    /** Whether LMTP is spoken: LHLO was accepted, or is to be said. */
    public boolean lmtp() {
        return verdicts == Verdicts.EACH;
    }

    /** The state after one more reply to a message, for another recipient. */
    public SessionState judged(Reply reply) {
        SessionState marked = marked(refused || reply.refused() || reply.code().isEmpty());
        return reply.is(421) ? marked.closed() : marked;
    }

    /** The connection is over, by either side. */
    public SessionState closed() {
        // A login that was under way is none.
        return (position == Position.AUTH ? withLogin(Optional.empty()) : this).in(Position.CLOSED);
    }

    /** The state after a command was answered. */
    public SessionState after(Command command, Reply reply) {
        SessionState marked = marked(reply.refused() || reply.code().isEmpty());
        if (reply.is(421)) {
            // RFC 5321 3.8: the server closes after a 421.
            return marked.closed();
        }
        if (endsMessage(command) && (inData(command) || reply.completed() || lmtp())) {
            return marked.withoutEnvelope();
        }
        if (command instanceof Command.AuthAnswer) {
            return marked.afterAuth(reply, login.orElse("yes"));
        }
        Optional<Verb> verb = command.verb();
        return verb.isPresent() ? marked.after(verb.get(), command, reply) : marked;
    }

    /** Why a command is out of order now; empty if nothing speaks against it. */
    public Optional<Advice> adviceFor(Verb verb) {
        return Order.advice(this, verb);
    }

    /** The state with another position; the envelope stays. */
    public SessionState in(Position next) {
        return new SessionState(
                next,
                secured,
                helloName,
                capabilities,
                login,
                reversePath,
                recipients,
                recipientsTried,
                refused,
                verdicts,
                offeredInPlain);
    }

    private SessionState marked(boolean nowRefused) {
        return new SessionState(
                position,
                secured,
                helloName,
                capabilities,
                login,
                reversePath,
                recipients,
                recipientsTried,
                nowRefused,
                verdicts,
                offeredInPlain);
    }

    private SessionState after(Verb verb, Command command, Reply reply) {
        return switch (verb) {
            case EHLO, HELO, LHLO -> reply.completed() ? afterHello(verb, command, reply) : this;
            case MAIL, SEND, SOML, SAML -> reply.completed() ? withReversePath(command) : this;
            case RCPT -> afterRcpt(path(command), reply);
            case DATA -> reply.is(354) ? in(Position.DATA) : this;
            case BDAT, BURL -> this;
            case RSET -> reply.completed() ? withoutEnvelope() : this;
            case AUTH -> afterAuth(reply, mechanism(command));
            case QUIT -> reply.completed() ? closed() : this;
            case STARTTLS, VRFY, EXPN, HELP, NOOP, ETRN, ATRN, TURN, XFORWARD -> this;
            // postfix.org/XCLIENT_README: a new session begins, with a new greeting.
            case XCLIENT -> reply.is(220) ? connected(secured).in(Position.GREETED) : this;
        };
    }

    private SessionState afterHello(Verb verb, Command command, Reply reply) {
        // RFC 5321 4.1.4: an accepted EHLO or HELO clears the envelope like RSET.
        Capabilities offered = verb == Verb.HELO ? Capabilities.NONE : Capabilities.read(reply);
        return new SessionState(
                Position.READY,
                secured,
                Optional.of(argument(command)),
                offered,
                login,
                Optional.empty(),
                List.of(),
                0,
                refused,
                verb == Verb.LHLO ? Verdicts.EACH : Verdicts.ONE,
                offeredInPlain);
    }

    private SessionState withReversePath(Command command) {
        boolean prdr = !lmtp()
                && command instanceof Command.Line line
                && Envelope.read(line).parameter("PRDR").isPresent();
        return new SessionState(
                Position.MAIL,
                secured,
                helloName,
                capabilities,
                login,
                Optional.of(path(command)),
                List.of(),
                0,
                refused,
                prdr ? Verdicts.PERHAPS_EACH : verdicts,
                offeredInPlain);
    }

    private SessionState with(Verdicts others, Capabilities plain) {
        return new SessionState(
                position,
                secured,
                helloName,
                capabilities,
                login,
                reversePath,
                recipients,
                recipientsTried,
                refused,
                others,
                plain);
    }

    private SessionState afterRcpt(String path, Reply reply) {
        List<String> accepted = new ArrayList<>(recipients);
        if (reply.completed()) {
            accepted.add(path);
        }
        Position next = reply.completed() ? Position.RCPT : position;
        return new SessionState(
                next,
                secured,
                helloName,
                capabilities,
                login,
                reversePath,
                accepted,
                reversePath.isPresent() ? recipientsTried + 1 : recipientsTried,
                refused,
                verdicts,
                offeredInPlain);
    }

    private SessionState afterAuth(Reply reply, String mechanism) {
        if (reply.is(334)) {
            return withLogin(Optional.of(mechanism)).in(Position.AUTH);
        }
        Position next = position == Position.AUTH ? Position.READY : position;
        return withLogin(reply.is(235) ? Optional.of(mechanism) : Optional.empty())
                .in(next);
    }

    private SessionState withLogin(Optional<String> mechanism) {
        return new SessionState(
                position,
                secured,
                helloName,
                capabilities,
                mechanism,
                reversePath,
                recipients,
                recipientsTried,
                refused,
                verdicts,
                offeredInPlain);
    }

    private SessionState withoutEnvelope() {
        Position next = helloName.isPresent() ? Position.READY : Position.GREETED;
        return new SessionState(
                next,
                secured,
                helloName,
                capabilities,
                login,
                Optional.empty(),
                List.of(),
                0,
                refused,
                lmtp() ? Verdicts.EACH : Verdicts.ONE,
                offeredInPlain);
    }

    private static String path(Command command) {
        return command instanceof Command.Line line ? Envelope.read(line).path().orElse("") : "";
    }

    private static String mechanism(Command command) {
        String[] words = argument(command).split(" +");
        return words[0].toUpperCase(Locale.ROOT);
    }

    /** Whether a command sent now is the end of a message, so that what comes is the verdict on it. */
    public boolean endsMessage(Command command) {
        return inData(command) || lastChunk(command);
    }

    /** Whether a command is a chunk, and the last of its message (RFC 3030 2, RFC 4468 3.2). */
    static boolean lastChunk(Command command) {
        return command.verb()
                        .filter(verb -> verb == Verb.BDAT || verb == Verb.BURL)
                        .isPresent()
                && argument(command).toUpperCase(Locale.ROOT).endsWith("LAST");
    }

    private boolean inData(Command command) {
        return command instanceof Command.Message || command instanceof Command.Raw && position == Position.DATA;
    }

    // Of the first line: behind it a chunk may follow.
    private static String argument(Command command) {
        Octets all = command.encoded();
        int end = all.indexOf('\n');
        String line = (end < 0 ? all : all.slice(0, end + 1)).withoutLineEnd().text();
        int space = line.indexOf(' ');
        return space < 0 ? "" : line.substring(space + 1).trim();
    }

    /** Whether AUTH succeeded. */
    public boolean loggedIn() {
        return login.isPresent() && position != Position.AUTH;
    }

    /** Whether the last EHLO offered an extension. */
    public boolean offers(Extension extension) {
        return capabilities.has(extension);
    }
}
