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
import dev.smtpsh.shell.draft.Addressee;
import dev.smtpsh.shell.draft.Draft;
import dev.smtpsh.shell.draft.Letter;
import dev.smtpsh.shell.draft.Scribe;
import dev.smtpsh.shell.draft.TypedChunk;
import dev.smtpsh.shell.login.Logins;
import dev.smtpsh.shell.means.Came;
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
import java.util.function.Predicate;

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
    private final Came came = new Came();
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

    /** What came of the last command, were it replies or the reason why there is none. */
    public Came came() {
        return came;
    }

    /** The message being written. */
    public Optional<Draft> draft() {
        return scribe.draft();
    }

    /** Who writes it. */
    public Scribe scribe() {
        return scribe;
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
        came.begin();
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
        new Repetition(this, means).reopen(withEnvelope);
    }

    // Whether the envelope can be tried.
    boolean loginAgain() {
        boolean kept = live() && means.logins().kept(session.get()).isPresent();
        if (!kept) {
            means.face()
                    .note("You were logged in before, now you are not. auth logs in again; set keep_auth on lets"
                            + " reconnect do it.");
            return true;
        }
        login("");
        return session.filter(open -> open.state().loggedIn()).isPresent();
    }

    /** Takes the last accepted recipient back: RSET, then the envelope without it. */
    public void undo() {
        new Repetition(this, means).undo();
    }

    /** Sends, waits for the reply, and shows what came of it. */
    public Optional<Exchange> send(Command command) {
        if (session.orElseThrow().due() > 0) {
            means.face()
                    .note("An earlier reply is still due: it is read first, and the order of what follows may be off.");
        }
        came.begin();
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
        came.becomeOne();
        user = means.logins().user();
    }

    /** Who logged in by {@code auth}. */
    public Optional<String> user() {
        return user;
    }

    /**
     * Waits for a reply that is due, or for one that nobody asked for.
     *
     * @param limit how long; empty for as long as for any reply
     * @param wanted whether a failure is what was hoped for, and need not be shown
     */
    public Outcome await(Optional<Duration> limit, Predicate<Failure> wanted) {
        watch.begin("a reply", Stage.UNASKED);
        Session open = session.orElseThrow();
        Outcome awaited = limit.isPresent() ? open.await(limit.get()) : open.await();
        watch.over();
        if (awaited instanceof Outcome.Failed failed && wanted.test(failed.failure())) {
            came.add(awaited);
            chronicle.failed(failed.failure());
        } else {
            show(awaited);
        }
        return awaited;
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
        scribe.type(line, addressee());
    }

    /** The operator does not want to write on. */
    public void giveUp() {
        scribe.giveUp(addressee());
    }

    private Addressee addressee() {
        SessionState state = session.map(Session::state).orElseGet(() -> SessionState.connected(false));
        Letter letter = new Letter(
                state, Replay.of(transcript()).eightBit(), target().label(), target() instanceof TargetSpec.Practice);
        return new Addressee(letter, this::send, this::drop);
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
        came.begin();
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
        came.add(new Outcome.Answered(exchange));
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
        came.add(new Outcome.Failed(failure));
        chronicle.failed(failure);
        means.face().failed(failure);
        means.score().count(ExitCode.of(failure));
    }
}
