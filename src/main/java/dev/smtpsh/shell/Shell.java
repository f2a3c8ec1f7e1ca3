package dev.smtpsh.shell;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Failure;
import dev.smtpsh.session.Opening;
import dev.smtpsh.session.Outcome;
import dev.smtpsh.session.Session;
import dev.smtpsh.shell.assist.Memory;
import dev.smtpsh.shell.assist.Suggestion;
import dev.smtpsh.shell.connect.Connector;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.shell.face.Face;
import dev.smtpsh.shell.language.Input;
import dev.smtpsh.shell.login.Logins;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.state.Position;
import dev.smtpsh.smtp.state.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** One operator at work: takes lines, speaks to the server, shows what came of it. */
public final class Shell {
    /** Whether to go on reading lines. */
    public enum Status {
        GO_ON,
        LEAVE
    }

    private final Connector connector;
    private final Supplier<Annotator> annotator;
    private final Face face;
    private final LocalWords words;
    private final Map<String, Integer> saidAt = new HashMap<>();
    private final Recollection recollection;
    private final Logins logins;
    private final Watch watch;
    private Optional<Session> session = Optional.empty();
    private Optional<Draft> draft = Optional.empty();
    private Optional<Exchange> last = Optional.empty();
    private ExitCode worst = ExitCode.FINE;
    private String prefill = "";

    /**
     * @param annotator not asked for before the first reply
     * @param localName what this machine calls itself in EHLO, for suggestions
     */
    public Shell(Connector connector, Supplier<Annotator> annotator, Face face, String localName, Logins logins) {
        this.connector = connector;
        this.annotator = annotator;
        this.face = face;
        this.logins = logins;
        this.words = new LocalWords(this, face);
        this.watch = new Watch(face, this::unexpected);
        this.recollection = new Recollection(connector.scenarios(), localName);
    }

    /** Opens a conversation, ending the one before. */
    public void open(TargetSpec target) {
        leaveSession();
        last = Optional.empty();
        saidAt.clear();
        watch.begin("the server's address", Stage.OTHER);
        Opening opening = connector.open(target, watch);
        watch.over();
        if (opening instanceof Opening.Opened opened) {
            session = Optional.of(opened.session());
            show(opened.greeting());
        } else {
            fail(((Opening.NotOpened) opening).failure());
        }
    }

    /** Connects to the target of before once more. */
    void reopen() {
        Optional<TargetSpec> again = connector.last();
        if (again.isEmpty()) {
            misused("nothing to reconnect to", "No connection was opened yet", "Type open HOST.");
        } else {
            open(again.get());
        }
    }

    /** Takes one typed line, without its line end, through all stages. */
    public Status accept(Octets typed) {
        if (draft.isPresent()) {
            draft(typed);
            return Status.GO_ON;
        }
        if (position() == Position.AUTH) {
            send(logins.answer(session.orElseThrow(), typed));
            return Status.GO_ON;
        }
        Input input = Input.read(typed);
        if (input instanceof Input.SmtpLine line) {
            return line(line);
        }
        if (input instanceof Input.LocalLine local) {
            return words.run(local);
        }
        if (input instanceof Input.Misspelt misspelt) {
            words.misspelt(misspelt);
        }
        return Status.GO_ON;
    }

    /** What to show before the next line. */
    public Prompt prompt() {
        if (draft.isPresent()) {
            return Prompts.message(draft.get().lines() + 1);
        }
        return session.map(open -> Prompts.of(open, Logins.secret(last), logins.user(open)))
                .orElseGet(Prompts::disconnected);
    }

    /** The input is over: says goodbye and closes. */
    public void leave() {
        if (draft.isPresent()) {
            misused(
                    "the input ended inside the message",
                    "There was no line with a single dot",
                    "The connection was dropped, nothing was delivered; end the message with a dot.");
            session.ifPresent(Session::drop);
            draft = Optional.empty();
        }
        leaveSession();
        connector.close();
    }

    /** What is being waited for at this moment; may be asked from another thread. */
    public Optional<Waiting> waiting() {
        return watch.waiting();
    }

    /** The worst thing that happened so far. */
    public ExitCode exitCode() {
        return worst;
    }

    /** Whether a connection ever stood. */
    public boolean everConnected() {
        return last.isPresent();
    }

    /** Whether the server has said or done something since, that nobody asked for. */
    public boolean news() {
        return session.isPresent()
                && position() != Position.CLOSED
                && session.get().due() == 0
                && session.get().holdsSomething();
    }

    /** Shows the {@link #news()}; never waits. */
    public void showNews() {
        session.ifPresent(open -> open.arrived().forEach(this::unexpected));
        if (position() == Position.CLOSED) {
            face.note("The server has closed the connection. reconnect opens it again.");
        }
    }

    /** Whether the next line is a command, and neither part of a message nor an answer to a challenge. */
    public boolean speaksCommands() {
        return draft.isEmpty() && position() != Position.AUTH;
    }

    /** What the conversation has shown, for help while typing. */
    public Memory memory() {
        return recollection.memory(session);
    }

    /** What one would probably type next. */
    public Suggestion suggestion() {
        return new Suggestion(
                memory(), session.map(open -> open.target().port()).orElse(0));
    }

    /** What the next line is to begin with, once; empty text if nothing was asked for. */
    public String takePrefill() {
        String line = prefill;
        prefill = "";
        return line;
    }

    void prefill(String line) {
        prefill = line;
    }

    Map<String, String> nextSteps() {
        Optional<Annotation> best = last.map(exchange -> annotations(exchange).get(0));
        return NextSteps.after(last, best, suggestion());
    }

    Optional<Session> session() {
        return session;
    }

    Optional<Exchange> last() {
        return last;
    }

    List<Annotation> annotations(Exchange exchange) {
        return annotator
                .get()
                .annotate(new ReplySymptom(
                        exchange.reply(),
                        Optional.of(exchange.stage()),
                        exchange.command(),
                        Optional.of(exchange.before()),
                        Optional.empty(),
                        Optional.empty()));
    }

    void send(Command command) {
        if (session.isEmpty()) {
            misused("not connected", "Nothing was sent", "Type open HOST first.");
            return;
        }
        show(session.get().send(command));
    }

    void login(String argument) {
        logins.run(session.filter(open -> position() != Position.CLOSED), argument, this::show)
                .ifPresent(t -> complain(ExitCode.of(t), t.what(), t.why(), t.mend()));
    }

    void await() {
        watch.begin("a reply", Stage.UNASKED);
        show(session.get().await());
    }

    Annotator annotator() {
        return annotator.get();
    }

    /** The input is at fault. */
    public void misused(String what, String why, String mend) {
        complain(ExitCode.USAGE, what, why, mend);
    }

    private void complain(ExitCode code, String what, String why, String mend) {
        face.complaint(what, why, mend);
        worst = worst.or(code);
    }

    /** Says QUIT if somebody is there to hear it, and closes. */
    void leaveSession() {
        session.ifPresent(Goodbye::say);
        draft = Optional.empty();
    }

    private Status line(Input.SmtpLine line) {
        Command.Line command = new Command.Line(line.typed());
        boolean gone = session.isEmpty() || position() == Position.CLOSED;
        if (gone && command.verb().filter(verb -> verb.name().equals("QUIT")).isPresent()) {
            return Status.LEAVE;
        }
        if (gone || logins.mayGo(session.get(), command)) {
            send(command);
        }
        return Status.GO_ON;
    }

    private void draft(Octets typed) {
        Draft message = draft.get();
        if (typed.equals(Octets.latin1("."))) {
            draft = Optional.empty();
            send(message.message());
        } else if (!message.add(typed)) {
            draft = Optional.empty();
            session.ifPresent(Session::drop);
            misused(
                    "the message is larger than " + Draft.MOST + " octets",
                    "It was not sent; the connection was dropped",
                    "Send large messages from a file.");
        }
    }

    private void unexpected(Exchange exchange) {
        face.unexpected(exchange, annotations(exchange));
        worst = worst.or(ExitCode.of(exchange));
    }

    private void show(Outcome outcome) {
        watch.over();
        if (outcome instanceof Outcome.Answered answered) {
            show(answered.exchange());
        } else {
            fail(((Outcome.Failed) outcome).failure());
        }
    }

    private void show(Exchange exchange) {
        last = Optional.of(exchange);
        recollection.learn(exchange);
        List<Annotation> annotations = annotations(exchange);
        String rule = annotations.get(0).rule();
        Integer before = saidAt.put(rule, exchange.number());
        face.exchange(exchange, annotations, before == null ? OptionalInt.empty() : OptionalInt.of(before));
        worst = worst.or(ExitCode.of(exchange));
        if (exchange.after().position() == Position.DATA) {
            draft = Optional.of(new Draft());
        }
    }

    private void fail(Failure failure) {
        face.failed(failure);
        worst = worst.or(ExitCode.of(failure));
    }

    private Position position() {
        return session.map(open -> open.state().position()).orElse(Position.CLOSED);
    }
}
