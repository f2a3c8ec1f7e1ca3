package dev.smtpsh.shell.talk;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.diagnosis.Diagnosis;
import dev.smtpsh.render.transcript.Transcript;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Failure;
import dev.smtpsh.session.Opening;
import dev.smtpsh.session.Outcome;
import dev.smtpsh.session.Session;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.shell.draft.Draft;
import dev.smtpsh.shell.draft.Letter;
import dev.smtpsh.shell.draft.Scribe;
import dev.smtpsh.shell.draft.TypedChunk;
import dev.smtpsh.shell.login.Logins;
import dev.smtpsh.shell.means.ExitCode;
import dev.smtpsh.shell.means.Means;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.state.Position;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.smtp.state.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A conversation with one target, over one connection after another: what is said is shown, judged and kept. */
public final class Conversation {
    private final int number;
    private final Arrival arrival;
    private final Means means;
    private final Watch watch;
    private final Chronicle chronicle;
    private Diagnosis diagnosis;
    private Optional<Session> session = Optional.empty();
    private final Scribe scribe;
    private Optional<Exchange> last = Optional.empty();
    private Optional<String> user = Optional.empty();

    Conversation(int number, Arrival arrival, Means means) {
        this.number = number;
        this.arrival = arrival;
        this.means = means;
        this.diagnosis = new Diagnosis(means.annotator(), Optional.empty());
        this.scribe = new Scribe(means);
        this.watch = new Watch(means.face(), this::unexpected);
        this.chronicle = new Chronicle(number, arrival.target().label(), Instant.now());
    }

    /** What the operator calls it by, from 1. */
    public int number() {
        return number;
    }

    public TargetSpec target() {
        return arrival.target();
    }

    /** The connection; empty if none came about. A closed one stays, since its state still tells something. */
    public Optional<Session> session() {
        return session;
    }

    /** The last reply, and what it answered. */
    public Optional<Exchange> last() {
        return last;
    }

    /** The message being written. */
    public Optional<Draft> draft() {
        return scribe.draft();
    }

    /** How long a server has waited for the message being written. */
    public Optional<Duration> serverWaitsSince() {
        return scribe.waited();
    }

    /** Whether a server waits for the message being written. */
    public boolean owesMessage() {
        return scribe.live() && scribe.draft().isPresent();
    }

    public Position position() {
        return session.map(open -> open.state().position()).orElse(Position.CLOSED);
    }

    /** Whether there is somebody to talk to. */
    public boolean live() {
        return position() != Position.CLOSED;
    }

    /** What is being waited for at this moment; may be asked from another thread. */
    public Optional<Waiting> waiting() {
        return watch.waiting();
    }

    /** All that was said so far. */
    public Transcript transcript() {
        return chronicle.transcript();
    }

    /** Connects, ending the connection before. */
    public void open() {
        end();
        last = Optional.empty();
        Opening opening = arrival.open(means, watch, event -> {
            chronicle.note(event);
            watch.happened(event);
        });
        watch.over();
        if (opening instanceof Opening.Opened opened) {
            session = Optional.of(opened.session());
            diagnosis = new Diagnosis(means.annotator(), session.map(Session::target));
            show(opened.greeting());
            watch.rest(opened.session(), this::show);
        } else {
            session = Optional.empty();
            fail(((Opening.NotOpened) opening).failure());
        }
    }

    /**
     * Connects again and repeats what was accepted before: EHLO and STARTTLS, and the envelope if that is wanted. Stops at
     * the first answer that differs.
     */
    public void reopen(boolean withEnvelope) {
        Replay replay = Replay.of(transcript());
        open();
        if (last.filter(greeting -> greeting.reply().completed()).isPresent()) {
            new Repetition(this, means).of(replay, withEnvelope);
        }
    }

    /** Takes the last accepted recipient back: RSET, then the envelope without it. */
    public void undo() {
        List<Replay.Step> envelope = Replay.of(transcript()).envelope();
        if (envelope.isEmpty()) {
            means.complain(
                    "there is nothing to undo", "No envelope is open", "undo takes back an accepted MAIL or RCPT.");
        } else {
            new Repetition(this, means).without(envelope);
        }
    }

    /** Sends, waits for the reply, and shows what came of it. */
    public Optional<Exchange> send(Command command) {
        if (session.orElseThrow().due() > 0) {
            means.face()
                    .note("An earlier reply is still due: it is read first, and the order of what follows may be off.");
        }
        Optional<Exchange> first = command instanceof Command.Raw
                ? watch.group(session.get(), command, this::show)
                : show(watch.quiet(session.get().send(command)));
        if (first.isPresent()) {
            watch.rest(session.get(), this::show);
        }
        return first;
    }

    /** Sends a line as typed, unless it would expose a secret and the operator thinks better of it. */
    public void send(Command.Line line) {
        if (!live() || means.logins().mayGo(session.get(), line)) {
            Optional<TypedChunk> chunk = live() ? TypedChunk.begunBy(line) : Optional.empty();
            chunk.ifPresentOrElse(scribe::begin, () -> send((Command) line));
        }
    }

    /** Answers a challenge. */
    public void answer(Octets typed) {
        send((Command) means.logins().answer(session.orElseThrow(), typed));
    }

    /** Whether what is typed now must not be seen. */
    public boolean secret() {
        return Logins.secret(last);
    }

    /** Logs in. */
    public void login(String argument) {
        means.logins().run(session.filter(open -> live()), argument, this::show).ifPresent(means::complain);
        user = means.logins().user();
    }

    /** Who logged in by {@code auth}. */
    public Optional<String> user() {
        return user;
    }

    /** Waits for a reply that is due, or for one that nobody asked for. */
    public void await() {
        watch.begin("a reply", Stage.UNASKED);
        Outcome outcome = session.orElseThrow().await();
        watch.over();
        show(outcome);
    }

    /** What a reply means, the best first. */
    public List<Annotation> annotations(Exchange exchange) {
        return diagnosis.of(exchange);
    }

    /** Whether the server has said or done something that nobody has seen yet. */
    public boolean news() {
        return live() && session.get().due() == 0 && session.get().holdsSomething();
    }

    /** Shows the {@link #news()}; never waits. */
    public void showNews() {
        session.ifPresent(open -> open.arrived().forEach(this::unexpected));
        if (!live()) {
            means.face().note("The server has closed the connection. reconnect opens it again.");
        }
    }

    /** Takes a line of the message being written; a single dot ends it. */
    public void type(Octets line) {
        settle(scribe.accept(line, letter()));
    }

    /** The operator does not want to write on. */
    public void giveUp() {
        settle(scribe.giveUp());
    }

    /** Begins to write a message that no server waits for yet. */
    public void compose() {
        scribe.compose();
    }

    private void settle(Scribe.Fate fate) {
        if (fate == Scribe.Fate.SEND) {
            send(scribe.take());
        } else if (fate == Scribe.Fate.DROP) {
            drop();
            means.face().note("The connection was dropped; nothing was delivered. reconnect opens it again.");
        }
    }

    private Letter letter() {
        SessionState state = session.map(Session::state).orElseGet(() -> SessionState.connected(false));
        return new Letter(
                state, Replay.of(transcript()).eightBit(), target().label(), target() instanceof TargetSpec.Practice);
    }

    /** Says QUIT if somebody is there to hear it, and closes. */
    public void end() {
        if (live()) {
            SessionState state = session.get().state();
            Goodbye.say(session.get());
            if (state.reversePath().isPresent()) {
                means.face().note(DroppedEnvelope.words(state));
            }
        }
        scribe.forget();
    }

    /** Drops the connection without a word; a message begun is not delivered. */
    public void drop() {
        leave(Session::drop);
    }

    /** Ends the connection in some way that says no goodbye. */
    public void leave(Consumer<Session> how) {
        session.ifPresent(how);
        scribe.forget();
    }

    private void unexpected(Exchange exchange) {
        List<Annotation> annotations = annotations(exchange);
        chronicle.said(exchange, annotations, true);
        means.face().unexpected(exchange, annotations);
        means.score().count(ExitCode.of(exchange));
    }

    private Optional<Exchange> show(Outcome outcome) {
        if (outcome instanceof Outcome.Answered answered) {
            show(answered.exchange());
            return Optional.of(answered.exchange());
        }
        fail(((Outcome.Failed) outcome).failure());
        return Optional.empty();
    }

    private void show(Exchange exchange) {
        last = Optional.of(exchange);
        means.recollection().learn(exchange);
        List<Annotation> annotations = annotations(exchange);
        chronicle.said(exchange, annotations, false);
        means.face().exchange(exchange, annotations, diagnosis.remember(exchange, annotations.get(0)));
        means.score().count(ExitCode.of(exchange));
        if (exchange.after().position() == Position.DATA) {
            scribe.begin();
        }
        DroppedEnvelope.by(exchange).ifPresent(means.face()::note);
    }

    private void fail(Failure failure) {
        chronicle.failed(failure);
        means.face().failed(failure);
        means.score().count(ExitCode.of(failure));
    }
}
