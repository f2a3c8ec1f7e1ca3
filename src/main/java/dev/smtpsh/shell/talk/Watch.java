package dev.smtpsh.shell.talk;

import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.SessionEvent;
import dev.smtpsh.session.SessionListener;
import dev.smtpsh.shell.face.Face;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.state.Stage;
import java.util.Optional;
import java.util.function.Consumer;

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
        } else if (event instanceof SessionEvent.ConnectFailed failed) {
            face.note(failed.why());
        } else if (event instanceof SessionEvent.Unexpected late) {
            unexpected.accept(late.exchange());
        }
    }
}
