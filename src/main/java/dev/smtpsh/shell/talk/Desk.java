package dev.smtpsh.shell.talk;

import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.render.transcript.Transcript;
import dev.smtpsh.session.Failure;
import dev.smtpsh.shell.ask.Questions;
import dev.smtpsh.shell.assist.Memory;
import dev.smtpsh.shell.assist.Suggestion;
import dev.smtpsh.shell.connect.Connector;
import dev.smtpsh.shell.connect.Route;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.shell.face.Face;
import dev.smtpsh.shell.language.Delivery;
import dev.smtpsh.shell.login.Logins;
import dev.smtpsh.shell.means.Choices;
import dev.smtpsh.shell.means.ExitCode;
import dev.smtpsh.shell.means.Identity;
import dev.smtpsh.shell.means.Manner;
import dev.smtpsh.shell.means.Means;
import dev.smtpsh.shell.means.Recollection;
import dev.smtpsh.shell.means.Score;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.state.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What lies before the operator: the conversations, one of which is being spoken in, and how it went so far. */
public final class Desk {
    private final Means means;
    private final Watch watch;
    private final List<Conversation> conversations = new ArrayList<>();
    // Those whose place another one took; their transcripts are still wanted.
    private final Past past = new Past();
    // Read by the thread that shows how long a wait has been.
    private volatile Optional<Conversation> current = Optional.empty();
    private boolean everConnected;
    private String prefill = "";

    /** @param annotator not asked for before the first reply */
    public Desk(
            Connector connector,
            Supplier<Annotator> annotator,
            Face face,
            Questions questions,
            Logins logins,
            Choices choices,
            Identity identity) {
        Recollection recollection = new Recollection(connector.scenarios(), identity.localName());
        this.means =
                new Means(connector, annotator, face, questions, logins, choices, identity, recollection, new Score());
        this.watch = new Watch(face, nobody -> {});
    }

    /** The conversation that lines go to. */
    public Optional<Conversation> current() {
        return current;
    }

    /** All of them, by number. */
    public List<Conversation> conversations() {
        return List.copyOf(conversations);
    }

    /** The conversation with a number. */
    public Optional<Conversation> numbered(int number) {
        return conversations.stream().filter(one -> one.number() == number).findFirst();
    }

    /** Opens a target: beside a conversation that goes on, or in place of one that is over. */
    public void open(TargetSpec target) {
        open(new Arrival(target, Optional.empty(), Duration.ZERO));
    }

    /** Opens a conversation with every mail host of a domain that can be dialled, side by side. */
    public void openAll(TargetSpec.Domain domain) {
        long begun = System.nanoTime();
        Optional<Route> route = watched(
                "the MX records of " + domain.name().text(), () -> connector().route(domain));
        if (route.isEmpty()) {
            return;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        face().mx(route.get().plan());
        Arrival.all(domain, route.get(), took, face()::note).forEach(this::open);
    }

    /** Does something that takes time, told as what is being waited for. */
    public <T> T watched(String what, Supplier<T> work) {
        watch.begin(what, Stage.OTHER);
        try {
            return work.get();
        } finally {
            watch.over();
        }
    }

    private void open(Arrival arrival) {
        int number =
                current.filter(one -> !one.live()).map(Conversation::number).orElse(nextNumber());
        numbered(number).ifPresent(past::add);
        conversations.removeIf(one -> one.number() == number);
        Conversation opened = new Conversation(number, arrival, means);
        conversations.add(opened);
        conversations.sort((one, other) -> Integer.compare(one.number(), other.number()));
        turnTo(opened);
        opened.open();
        everConnected |= opened.last().isPresent();
        new Securing(opened, means).run();
    }

    /** What was said in all conversations, in the order in which they began. */
    public List<Transcript> transcripts() {
        return past.transcripts(conversations);
    }

    /** Ends all at once, because smtpsh is being ended; called by a thread of its own. */
    public void farewell(Duration patience) {
        Goodbye.toAll(conversations, patience);
    }

    /**
     * Connects to the target of before once more.
     *
     * @param withEnvelope whether MAIL and the accepted RCPT are repeated too
     */
    public void reopen(boolean withEnvelope) {
        if (current.isEmpty()) {
            complain("nothing to reconnect to", "No connection was opened yet", "Type open HOST.");
            return;
        }
        current.get().reopen(withEnvelope);
        everConnected |= current.get().last().isPresent();
        new Securing(current.get(), means).run();
    }

    /** Lines go to this one from now on. */
    public void turnTo(Conversation conversation) {
        current = Optional.of(conversation);
        means.face().speaking(conversation.number(), conversation.target().label(), conversations.size() > 1);
    }

    /** Back to where lines went before; says nothing. */
    public void returnTo(Conversation conversation) {
        face().returned(conversation.number());
        current = Optional.of(conversation);
    }

    /** Does something in the conversation there is; complains if nobody is at the other end. */
    public void withLive(String why, Consumer<Conversation> work) {
        if (current.filter(Conversation::live).isEmpty()) {
            complain("not connected", why, "Type open HOST first.");
        } else {
            work.accept(current.get());
        }
    }

    /** Sends a command to the current server. */
    public void send(Command command) {
        if (current.flatMap(Conversation::session).isEmpty()) {
            complain("not connected", "Nothing was sent", "Type open HOST first.");
        } else if (!means.manner().delivers() && Delivery.beginsWith(command)) {
            complain(
                    "not sent: it would deliver a message",
                    "smtpsh was started with --no-deliver",
                    "Leave --no-deliver out to send it.");
        } else if (command instanceof Command.Line line) {
            current.get().send(line);
        } else {
            current.get().send(command);
        }
    }

    /** Ends all. */
    public void leave() {
        for (Conversation one : conversations) {
            if (one.scribe().owes()) {
                one.drop();
                complain(
                        "the input ended inside the message",
                        "There was no line with a single dot",
                        "The connection was dropped, nothing was delivered; end the message with a dot.");
            }
            one.end();
        }
        means.logins().forget();
        means.connector().close();
    }

    /** What the operator wants cannot be done: what, why, and how to mend it. */
    public void complain(String what, String why, String mend) {
        means.complain(what, why, mend);
    }

    public Face face() {
        return means.face();
    }

    public Connector connector() {
        return means.connector();
    }

    public Annotator annotator() {
        return means.annotator().get();
    }

    public Questions questions() {
        return means.questions();
    }

    public Manner manner() {
        return means.manner();
    }

    public Choices choices() {
        return means.choices();
    }

    public Identity identity() {
        return means.identity();
    }

    /** A choice has changed: what is not to be kept any more is forgotten. */
    public void settle() {
        means.logins().forgetUnlessKept();
    }

    /** Logs in to the current server, as {@code auth} wants it. */
    public void login(String argument) {
        current.ifPresentOrElse(
                one -> one.login(argument),
                () -> complain("not connected", "There is nobody to log in to", "Type open HOST first."));
    }

    /** The forward-path of the last RCPT, whatever became of it. */
    public Optional<String> lastRecipient() {
        return means.recollection().lastRecipient();
    }

    /** Something came to nothing. */
    public void fail(Failure failure) {
        face().failed(failure);
        means.score().count(ExitCode.of(failure));
    }

    /** How it went so far. */
    public Score score() {
        return means.score();
    }

    /** Lets time pass; false if the operator stops that. */
    public boolean pause(String what, Duration time) {
        return watched(what, () -> Waiting.slept(time));
    }

    /** Whether a connection ever stood. */
    public boolean everConnected() {
        return everConnected;
    }

    /** What is being waited for at this moment; may be asked from another thread. */
    public Optional<Waiting> waiting() {
        return watch.waiting().or(() -> current.flatMap(Conversation::waiting));
    }

    /** Shows what servers have said meanwhile; never waits. */
    public void showNews() {
        for (Conversation one : conversations) {
            if (one.news()) {
                one.showNews();
            }
        }
    }

    /** What the conversations have shown, for help while typing. */
    public Memory memory() {
        List<String> names =
                conversations.stream().map(one -> one.target().label()).toList();
        Optional<String> domain = current.flatMap(one -> one.target().domain());
        return means.recollection().memory(current.flatMap(Conversation::session), names, domain, choices());
    }

    /** What one would probably type next. */
    public Suggestion suggestion() {
        int port = current.flatMap(Conversation::session)
                .map(open -> open.target().port())
                .orElse(0);
        return new Suggestion(memory(), port);
    }

    /** The commands that could be typed now, and why, the likeliest first. */
    public Map<String, String> nextSteps() {
        return NextSteps.after(current, suggestion());
    }

    /** Puts a line on the prompt once; sending it is the operator's. */
    public void prefill(String line) {
        prefill = line;
    }

    /** What the next line is to begin with, once; empty text if nothing was asked for. */
    public String takePrefill() {
        String line = prefill;
        prefill = "";
        return line;
    }

    private int nextNumber() {
        int number = 1;
        while (numbered(number).isPresent()) {
            number++;
        }
        return number;
    }
}
