package dev.smtpsh.shell.talk;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.render.transcript.Transcript;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Failure;
import dev.smtpsh.session.Opening;
import dev.smtpsh.session.Outcome;
import dev.smtpsh.session.Session;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.state.Position;
import dev.smtpsh.smtp.state.Stage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A conversation with one target, over one connection after another: what is said is shown, judged and kept. */
public final class Conversation {
    private final int number;
    private final TargetSpec target;
    private final Means means;
    private final Watch watch;
    private final Chronicle chronicle;
    private final Map<String, Integer> saidAt = new HashMap<>();
    private Optional<Session> session = Optional.empty();
    private Optional<Draft> draft = Optional.empty();
    private Optional<Exchange> last = Optional.empty();

    Conversation(int number, TargetSpec target, Means means) {
        this.number = number;
        this.target = target;
        this.means = means;
        this.watch = new Watch(means.face(), this::unexpected);
        this.chronicle = new Chronicle(number, target.name(), Instant.now());
    }

    /** What the operator calls it by, from 1. */
    public int number() {
        return number;
    }

    public TargetSpec target() {
        return target;
    }

    /** The connection; empty if none came about. A closed one stays, since its state still tells something. */
    public Optional<Session> session() {
        return session;
    }

    /** The last reply, and what it answered. */
    public Optional<Exchange> last() {
        return last;
    }

    /** The message being typed. */
    public Optional<Draft> draft() {
        return draft;
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
        saidAt.clear();
        watch.begin("the server's address", Stage.OTHER);
        Opening opening = means.connector().open(target, event -> {
            chronicle.note(event);
            watch.happened(event);
        });
        watch.over();
        if (opening instanceof Opening.Opened opened) {
            session = Optional.of(opened.session());
            show(opened.greeting());
        } else {
            session = Optional.empty();
            fail(((Opening.NotOpened) opening).failure());
        }
    }

    /** Sends, waits for the reply, and shows what came of it. */
    public Optional<Exchange> send(Command command) {
        Outcome outcome = session.orElseThrow().send(command);
        watch.over();
        return show(outcome);
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
        return means.annotator()
                .get()
                .annotate(new ReplySymptom(
                        exchange.reply(),
                        Optional.of(exchange.stage()),
                        exchange.command(),
                        Optional.of(exchange.before()),
                        Optional.empty(),
                        Optional.empty()));
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

    /** Adds a line to the message being typed; a single dot sends it. */
    public void type(Octets line) {
        Draft message = draft.orElseThrow();
        if (line.equals(Octets.latin1("."))) {
            draft = Optional.empty();
            send(message.message());
        } else if (!message.add(line)) {
            drop();
            means.complain(
                    "the message is larger than " + Draft.MOST + " octets",
                    "It was not sent; the connection was dropped",
                    "Send large messages from a file.");
        }
    }

    /** Says QUIT if somebody is there to hear it, and closes. */
    public void end() {
        session.ifPresent(Goodbye::say);
        draft = Optional.empty();
    }

    /** Drops the connection without a word; a message begun is not delivered. */
    public void drop() {
        session.ifPresent(Session::drop);
        draft = Optional.empty();
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
        String rule = annotations.get(0).rule();
        Integer before = saidAt.put(rule, exchange.number());
        means.face().exchange(exchange, annotations, before == null ? OptionalInt.empty() : OptionalInt.of(before));
        means.score().count(ExitCode.of(exchange));
        if (exchange.after().position() == Position.DATA) {
            draft = Optional.of(new Draft());
        }
    }

    private void fail(Failure failure) {
        chronicle.failed(failure);
        means.face().failed(failure);
        means.score().count(ExitCode.of(failure));
    }
}
