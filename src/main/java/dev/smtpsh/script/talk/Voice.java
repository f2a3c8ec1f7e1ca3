package dev.smtpsh.script.talk;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.diagnosis.Diagnosis;
import dev.smtpsh.script.judge.Moment;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Failure;
import dev.smtpsh.session.Opening;
import dev.smtpsh.session.Outcome;
import dev.smtpsh.session.Session;
import dev.smtpsh.session.SessionEvent;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.Position;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.smtp.state.Stage;
import dev.smtpsh.tls.HandshakeReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** One of a run's conversations, over all the connections it takes. */
public final class Voice {
    private final String name;
    private final Reach reach;
    private final Optional<Duration> patience;
    private final Supplier<Annotator> annotator;
    private final Consumer<Exchange> unexpected;
    private final Journal journal = new Journal();
    private Optional<Session> session = Optional.empty();
    private Optional<Diagnosis> diagnosis = Optional.empty();
    private Optional<Reply> greeting = Optional.empty();
    private Optional<Exchange> last = Optional.empty();
    private List<Annotation> annotations = List.of();
    private String target = "";

    /** @param unexpected is given each reply that nobody waited for */
    public Voice(
            String name,
            Reach reach,
            Optional<Duration> patience,
            Supplier<Annotator> annotator,
            Consumer<Exchange> unexpected) {
        this.name = name;
        this.reach = reach;
        this.patience = patience;
        this.annotator = annotator;
        this.unexpected = unexpected;
    }

    public String name() {
        return name;
    }

    public Journal journal() {
        return journal;
    }

    /** Whether there is a connection that was not closed by either side, as far as is known. */
    public boolean connected() {
        return session.filter(open -> open.state().position() != Position.CLOSED)
                .isPresent();
    }

    /** Takes notice of what the server has said or done meanwhile. */
    public void listen() {
        session.ifPresent(open -> open.arrived().forEach(unexpected));
    }

    public SessionState state() {
        return session.map(Session::state)
                .orElseGet(() -> SessionState.connected(false).closed());
    }

    /** Leaves where it was, and begins a conversation elsewhere. */
    public Outcome open(String where) {
        quit();
        target = where;
        journal.clear();
        return reopen();
    }

    /** Begins anew where it was. */
    public Outcome reopen() {
        quit();
        Opening opening = reach.open(target, patience, this::happened);
        if (opening instanceof Opening.NotOpened none) {
            session = Optional.empty();
            return new Outcome.Failed(none.failure());
        }
        Opening.Opened opened = (Opening.Opened) opening;
        session = Optional.of(opened.session());
        greeting = Optional.of(opened.greeting().reply());
        diagnosis = Optional.of(
                new Diagnosis(annotator, Optional.of(opened.session().target())));
        return came(new Outcome.Answered(opened.greeting()));
    }

    Outcome send(Command command) {
        return with(Stage.of(command), open -> came(open.send(command)));
    }

    /** Sends and does not wait; empty if it went out. */
    Optional<Failure> post(Command command) {
        return session.isEmpty()
                ? Optional.of(notConnected(Stage.of(command)))
                : session.get().post(command);
    }

    /** Waits for the next reply, for as long as is given. */
    public Outcome await(Optional<Duration> limit) {
        return with(Stage.UNASKED, open -> came(limit.isPresent() ? open.await(limit.get()) : open.await()));
    }

    /** Does something with the session that ends in an outcome. */
    Outcome with(Stage stage, Function<Session, Outcome> deed) {
        return session.isPresent() ? deed.apply(session.get()) : new Outcome.Failed(notConnected(stage));
    }

    /** Remembers what came, and what it means. */
    Outcome came(Outcome outcome) {
        last = outcome instanceof Outcome.Answered answered ? Optional.of(answered.exchange()) : Optional.empty();
        annotations = last.map(this::meaning).orElse(List.of());
        return outcome;
    }

    /** What the last reply means, the best first. */
    public List<Annotation> annotations() {
        return annotations;
    }

    /** What a reply means that came on the way. */
    public List<Annotation> meaning(Exchange exchange) {
        if (diagnosis.isEmpty()) {
            return List.of();
        }
        List<Annotation> found = diagnosis.get().of(exchange);
        found.stream().findFirst().ifPresent(best -> diagnosis.get().remember(exchange, best));
        return found;
    }

    public Moment moment(Instant now) {
        Optional<HandshakeReport> tls = session.flatMap(Session::tls);
        return new Moment(last, greeting, state(), tls, annotations, now);
    }

    /** Moves the clock of the server on, if it is one to practise on. */
    public boolean later(Duration by) {
        return reach.later(target, by);
    }

    public void quit() {
        session.filter(open -> open.state().position() != Position.CLOSED)
                .ifPresent(open -> open.quit(Session.GOODBYE));
    }

    /** Leaves without a word, in one way or another. */
    public void leave(Consumer<Session> how) {
        session.ifPresent(how);
    }

    private void happened(SessionEvent event) {
        if (event instanceof SessionEvent.Unexpected late) {
            unexpected.accept(late.exchange());
        }
    }

    private static Failure notConnected(Stage stage) {
        return new Failure(
                Failure.Kind.CLOSED,
                stage,
                Failure.Blame.US,
                "not connected",
                "No connection was opened, or it did not come about",
                "Open one before: open HOST.",
                Optional.empty(),
                Octets.EMPTY,
                Optional.empty());
    }
}
