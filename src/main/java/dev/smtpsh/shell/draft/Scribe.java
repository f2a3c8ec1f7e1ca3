package dev.smtpsh.shell.draft;

import dev.smtpsh.shell.ask.Questions;
import dev.smtpsh.shell.means.Means;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import java.time.Duration;
import java.util.Optional;

/** Writes the message of one conversation: after 354, or before DATA so that no server waits. */
public final class Scribe {
    private enum Fate {
        WRITE_ON,
        SEND,
        DROP
    }

    private static final Octets DOT = Octets.latin1(".");

    private final Means means;
    private Optional<Draft> draft = Optional.empty();
    private Optional<Draft> composed = Optional.empty();
    private Optional<TypedChunk> chunk = Optional.empty();
    private boolean live;
    private long begun;
    private boolean agreed;

    public Scribe(Means means) {
        this.means = means;
    }

    public Optional<Draft> draft() {
        return draft;
    }

    /** Whether a server waits for the message. */
    public boolean owes() {
        return live && draft.isPresent();
    }

    /** How long the server has waited by now; empty if none does. */
    public Optional<Duration> waited() {
        return live ? Optional.of(Duration.ofNanos(System.nanoTime() - begun)) : Optional.empty();
    }

    /** The server said 354: writing begins, with what was composed before. */
    public void begin() {
        live = true;
        begun = System.nanoTime();
        draft = Optional.of(composed.orElseGet(Draft::new));
        composed.ifPresent(message -> means.face()
                .note("The composed message is in place, " + message.lines()
                        + " lines. A line with a single dot sends it; ~p shows it, ~x gives up."));
        composed = Optional.empty();
    }

    /** Writing begins, and no server knows of it. */
    public void compose() {
        live = false;
        draft = Optional.of(composed.orElseGet(Draft::new));
        composed = Optional.empty();
    }

    /** Writing the octets of a BDAT begins; it goes out with them. */
    public void begin(TypedChunk typed) {
        live = false;
        draft = Optional.of(new Draft());
        chunk = Optional.of(typed);
        means.face()
                .note("Type its " + typed.count() + " octets; each line end counts 2. BDAT goes out with them, Ctrl-C"
                        + " gives up; chunk FILE counts for you.");
    }

    /** Takes a typed line; a single dot ends the message. */
    public void type(Octets line, Addressee addressee) {
        settle(accept(line, addressee.letter()), addressee);
    }

    /** The operator does not want to write on. */
    public void giveUp(Addressee addressee) {
        settle(giveUp(), addressee);
    }

    private void settle(Fate fate, Addressee addressee) {
        if (fate == Fate.SEND) {
            addressee.send().accept(take());
        } else if (fate == Fate.DROP) {
            addressee.drop().run();
            means.face().note("The connection was dropped; nothing was delivered. reconnect opens it again.");
        }
    }

    private Fate accept(Octets line, Letter letter) {
        Draft message = draft.orElseThrow();
        if (chunk.isPresent()) {
            boolean room = message.add(line);
            int more = message.size() - chunk.get().count();
            if (more > 0) {
                means.face().note(more + " octets more than BDAT says: the server reads them as commands.");
            }
            return more >= 0 ? Fate.SEND : added(room);
        }
        boolean typing = means.questions().reach() == Questions.Reach.PROMPT;
        if (typing && Tilde.begun(line)) {
            return new Escapes(means, message, letter).run(line) ? giveUp() : Fate.WRITE_ON;
        }
        if (line.equals(DOT)) {
            return finish(letter);
        }
        return added(message.add(line));
    }

    // SMTP has no way to take DATA back, and smtpsh says so.
    private Fate giveUp() {
        if (!live) {
            forget();
            means.face().note("What was written is gone. Nothing was sent.");
            return Fate.WRITE_ON;
        }
        means.face()
                .note(
                        "Inside DATA nothing can be cancelled. c = continue; d = drop the connection, nothing is delivered;"
                                + " s = send what is there.");
        char choice = means.questions().choose("Give up?", "cds", 'c');
        return choice == 'd' ? Fate.DROP : choice == 's' ? Fate.SEND : Fate.WRITE_ON;
    }

    // The message, which is thereby out of hand.
    private Command take() {
        Draft written = draft.orElseThrow();
        Command message = chunk.isPresent() ? chunk.get().with(written.octets()) : written.message();
        forget();
        return message;
    }

    /** The connection is over: what was typed for it is gone. */
    public void forget() {
        draft = Optional.empty();
        chunk = Optional.empty();
        live = false;
    }

    private Fate finish(Letter letter) {
        if (!live) {
            composed = draft;
            draft = Optional.empty();
            means.face().note("Kept, " + composed.orElseThrow().lines() + " lines. DATA puts it in place.");
            return Fate.WRITE_ON;
        }
        return agreed(letter) ? Fate.SEND : Fate.WRITE_ON;
    }

    // Asked once in a conversation, and not where nothing is ever delivered.
    private boolean agreed(Letter letter) {
        if (agreed
                || letter.practice()
                || means.questions().reach() != Questions.Reach.PROMPT
                || !means.manner().confirmsDelivery()) {
            return true;
        }
        int count = letter.state().recipients().size();
        String question = "This delivers a real message to " + count + (count == 1 ? " recipient" : " recipients")
                + " at " + letter.host() + ". Deliver?";
        char answer = means.questions().choose(question, "ynp", 'n');
        while (answer == 'p') {
            new Escapes(means, draft.orElseThrow(), letter).preview();
            answer = means.questions().choose(question, "ynp", 'n');
        }
        agreed = answer == 'y';
        if (!agreed) {
            means.face().note("Not sent. The message is still open: a dot sends it, ~x gives up, ~p shows it.");
        }
        return agreed;
    }

    private Fate added(boolean room) {
        if (room) {
            return Fate.WRITE_ON;
        }
        means.complain(
                "the message is larger than " + Draft.MOST + " octets",
                "It was not sent; the connection was dropped",
                "Send large messages from a file.");
        return Fate.DROP;
    }
}
