package dev.smtpsh.shell.talk;

import dev.smtpsh.render.Safe;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Failure;
import dev.smtpsh.session.Outcome;
import dev.smtpsh.session.Session;
import dev.smtpsh.session.SessionEvent;
import dev.smtpsh.session.SessionListener;
import dev.smtpsh.shell.face.Face;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.state.Position;
import dev.smtpsh.smtp.state.Stage;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Follows a conversation while the shell waits for it: what is waited for, and what comes besides. */
final class Watch implements SessionListener {
    private final Face face;
    private final Consumer<Exchange> unexpected;
    // Read by the thread that shows how long the wait has been.
    private volatile Optional<Waiting> waiting = Optional.empty();

    Watch(Face face, Consumer<Exchange> unexpected) {
        this.face = face;
        this.unexpected = unexpected;
    }

    Optional<Waiting> waiting() {
        return waiting;
    }

    void begin(String what, Stage stage) {
        waiting = Optional.of(new Waiting(what, stage, System.nanoTime()));
    }

    void over() {
        waiting = Optional.empty();
    }

    /** The wait is over; gives what came of it. */
    Outcome quiet(Outcome outcome) {
        over();
        return outcome;
    }

    /** Sends raw octets, which may be several commands or a part of one, and shows the first reply. */
    Optional<Exchange> group(Session session, Command command, Function<Outcome, Optional<Exchange>> show) {
        Optional<Failure> failure = session.post(command);
        if (failure.isPresent()) {
            return show.apply(quiet(new Outcome.Failed(failure.get())));
        }
        if (session.due() == 0) {
            over();
            face.note("Sent. No reply is due to a part of a line.");
            return Optional.empty();
        }
        if (session.due() > 1) {
            face.note(session.due() + " replies are due.");
        }
        return show.apply(quiet(session.await()));
    }

    /** Shows what else is due: verdicts for further recipients (LMTP, PRDR), replies to the other lines of a group. */
    void rest(Session session, Function<Outcome, Optional<Exchange>> show) {
        boolean well = true;
        while (well && session.due() > 0 && session.state().position() != Position.CLOSED) {
            begin("the next reply", Stage.OTHER);
            Outcome outcome = quiet(session.await());
            if (outcome instanceof Outcome.Answered answered) {
                answered.exchange().command().ifPresent(face::spoken);
            }
            well = show.apply(outcome).isPresent();
        }
    }

    @Override
    public void happened(SessionEvent event) {
        if (event instanceof SessionEvent.Sent sent) {
            String verb = sent.command().verb().map(Verb::name).orElse("that");
            begin("the reply to " + verb, Stage.of(sent.command()));
        } else if (event instanceof SessionEvent.Connecting connecting) {
            begin("the connection to " + connecting.target().where(), Stage.OTHER);
        } else if (event instanceof SessionEvent.Connected connected) {
            begin("the greeting", Stage.GREETING);
            face.connected(connected.target(), connected.took());
        } else if (event instanceof SessionEvent.Introduced introduced) {
            face.note("PROXY header sent: " + Safe.visible(introduced.header().withoutLineEnd()));
        } else if (event instanceof SessionEvent.ConnectFailed failed) {
            face.note(failed.why());
        } else if (event instanceof SessionEvent.Unexpected late) {
            unexpected.accept(late.exchange());
        }
    }
}
