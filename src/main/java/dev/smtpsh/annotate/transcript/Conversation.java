package dev.smtpsh.annotate.transcript;

import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.circumstance.Circumstances;
import dev.smtpsh.annotate.circumstance.Scene;
import dev.smtpsh.annotate.circumstance.Scene.MessageSize;
import dev.smtpsh.annotate.recognition.KnownServers;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.extension.Extension;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.Position;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.smtp.state.Stage;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Follows a conversation that somebody else had, by what a transcript shows of it: which command a reply answers, and what was
 * true when it came. A transcript that begins in the middle tells the moment of a reply, and nothing of what was before.
 */
final class Conversation {
    // Limit transcript-waiting: commands sent ahead; no client sends more before it reads.
    private static final int MOST_WAITING = 1000;
    // Limit transcript-recipients: past it recipients are no longer kept; what they tell is known by then.
    private static final int MOST_RECIPIENTS = 1000;

    private static final int START_MAIL_INPUT = 354;
    private static final int GREETING = 220;
    private static final int CLOSING = 421;

    private final Origin origin = new Origin();
    private final Deque<Command> waiting = new ArrayDeque<>();
    private final Map<String, String> said = new HashMap<>();
    private SessionState state = SessionState.connected(false);
    private Optional<KnownServers> servers = Optional.empty();
    private Optional<String> provider = Optional.empty();
    private Optional<String> software = Optional.empty();
    private Optional<String> typed = Optional.empty();
    private boolean fromTheStart;
    private boolean openssl;
    private boolean mailing;
    private boolean dotted;
    private long octets;
    private boolean eightBit;

    /**
     * What the tool says for itself.
     *
     * @param byHand whether it may as well have been typed to the server
     */
    void remark(String line, boolean byHand) {
        if (Origin.begins(line) && state.position() != Position.CONNECTED) {
            begin();
        }
        origin.read(line);
        openssl |= line.startsWith("CONNECTED(");
        fromTheStart |= openssl;
        if (origin.encrypted() && state.position() == Position.CONNECTED) {
            state = SessionState.connected(true);
        }
        if (byHand && !line.isBlank()) {
            typed = Optional.of(line);
        }
    }

    /** The tool shows that what follows is inside TLS. */
    void secured() {
        if (!state.secured()) {
            state = state.position() == Position.CONNECTED ? SessionState.connected(true) : state.withTls();
        }
    }

    /** Whether what the client says next is the message. */
    boolean mailing() {
        return mailing && !dotted;
    }

    /** Whether the client's next line answers a challenge. */
    boolean challenged() {
        return state.position() == Position.AUTH && waiting.isEmpty();
    }

    /** A line that the client sent; within the message, one of its lines. */
    void sent(String line) {
        if (mailing()) {
            content(line);
        } else if (waiting.size() < MOST_WAITING) {
            Octets text = Octets.utf8(line);
            waiting.add(challenged() ? new Command.AuthAnswer(text).withoutSecrets() : new Command.Line(text));
        }
    }

    /** A reply came: what wants explaining of it, and what the conversation is after it. */
    ReplySymptom heard(Reply reply) {
        if (waiting.isEmpty() && !mailing && startsAnew(reply)) {
            begin();
        }
        Optional<Command> answered = answered(reply);
        Stage stage = mailing ? Stage.MESSAGE : answered.map(Stage::of).orElseGet(() -> unanswered(reply));
        Optional<MessageSize> size =
                mailing && octets > 0 ? Optional.of(new MessageSize(octets, eightBit)) : Optional.empty();
        if (stage == Stage.GREETING) {
            recognise(reply.text());
        }
        Scene scene = new Scene(stage, answered, state, Duration.ZERO, origin.port(), size);
        boolean known = fromTheStart || stage == Stage.GREETING;
        Circumstances around = known ? new Circumstances(scene.circumstances(reply), said) : Circumstances.NONE;
        advance(stage, answered, reply);
        boolean told = answered.isPresent() || mailing || stage != Stage.OTHER;
        mailing = reply.is(START_MAIL_INPUT);
        if (mailing) {
            dotted = false;
            octets = 0;
            eightBit = false;
        }
        return new ReplySymptom(reply, told ? Optional.of(stage) : Optional.empty(), around, provider, software);
    }

    /** What a reply was said to mean, and where it stands. */
    void explained(String rule, String place) {
        said.putIfAbsent(rule, place);
    }

    private boolean startsAnew(Reply reply) {
        return reply.is(GREETING) && state.position() != Position.CONNECTED;
    }

    private void begin() {
        origin.again();
        waiting.clear();
        said.clear();
        state = SessionState.connected(false);
        provider = Optional.empty();
        software = Optional.empty();
        fromTheStart = false;
        openssl = false;
        mailing = false;
    }

    private void content(String line) {
        // Python shows the whole message in one.
        dotted = line.equals(".") || line.endsWith("\r\n.");
        octets += line.equals(".") ? 0 : Octets.utf8(line).length() + (dotted ? -1 : 2);
        eightBit |= line.chars().anyMatch(c -> c > 127);
    }

    private Optional<Command> answered(Reply reply) {
        if (mailing) {
            return Optional.of(new Command.Message(InputStream::nullInputStream));
        }
        Optional<Command> first = Optional.ofNullable(waiting.poll());
        // What was typed need not be a command that we know for the server to refuse it.
        Optional<Command> answered = first.isEmpty() && reply.refused() && !reply.is(CLOSING)
                ? typed.map(line -> new Command.Line(Octets.utf8(line)))
                : first;
        typed = Optional.empty();
        return answered;
    }

    private Stage unanswered(Reply reply) {
        if (state.position() == Position.CONNECTED) {
            // openssl s_client shows the last line of the EHLO reply that went before STARTTLS.
            return openssl && reply.completed() && !reply.is(GREETING) ? Stage.HELLO : Stage.GREETING;
        }
        return reply.is(CLOSING) ? Stage.UNASKED : Stage.OTHER;
    }

    private void advance(Stage stage, Optional<Command> answered, Reply reply) {
        if (stage == Stage.GREETING) {
            state = state.greeted(reply);
            fromTheStart = true;
            return;
        }
        if (answered.isEmpty()) {
            state = stage == Stage.HELLO ? state.in(Position.GREETED) : reply.is(CLOSING) ? state.closed() : state;
            return;
        }
        Command command = answered.get();
        boolean rcpt = command.verb().filter(verb -> verb == Verb.RCPT).isPresent();
        if (!rcpt || state.recipientsTried() < MOST_RECIPIENTS) {
            state = state.after(command, reply);
        }
        boolean tls = command.verb().filter(verb -> verb == Verb.STARTTLS).isPresent() && reply.is(GREETING);
        if (tls) {
            state = state.withTls();
        }
        // Who is offered STARTTLS is not inside TLS; then nothing of what went before matters.
        fromTheStart |= stage == Stage.HELLO && state.offers(Extension.STARTTLS);
    }

    private void recognise(String greeting) {
        if (servers.isEmpty()) {
            servers = Optional.of(KnownServers.shipped());
        }
        KnownServers known = servers.get();
        provider = origin.host()
                .flatMap(known::provider)
                .or(() -> KnownServers.greetedBy(greeting).flatMap(known::provider));
        software = known.software(greeting);
    }
}
