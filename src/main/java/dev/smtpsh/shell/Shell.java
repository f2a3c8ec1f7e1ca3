package dev.smtpsh.shell;

import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.render.transcript.Transcript;
import dev.smtpsh.shell.ask.Questions;
import dev.smtpsh.shell.assist.Emphasis;
import dev.smtpsh.shell.assist.Hint;
import dev.smtpsh.shell.assist.Memory;
import dev.smtpsh.shell.assist.Suggestion;
import dev.smtpsh.shell.connect.Connector;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.shell.face.Face;
import dev.smtpsh.shell.language.Addressed;
import dev.smtpsh.shell.language.Paste;
import dev.smtpsh.shell.login.Logins;
import dev.smtpsh.shell.means.Choices;
import dev.smtpsh.shell.means.ExitCode;
import dev.smtpsh.shell.means.Identity;
import dev.smtpsh.shell.means.Status;
import dev.smtpsh.shell.talk.Conversation;
import dev.smtpsh.shell.talk.Desk;
import dev.smtpsh.shell.talk.Waiting;
import dev.smtpsh.shell.teach.Classroom;
import dev.smtpsh.shell.teach.Syllabus;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.state.Position;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One operator at work: takes lines, speaks to the server, shows what came of it. */
public final class Shell {
    private final Desk desk;
    private final Questions questions;
    private final Classroom classroom;
    private final Dispatch dispatch;

    /**
     * @param annotator not asked for before the first reply
     */
    public Shell(
            Connector connector,
            Supplier<Annotator> annotator,
            Face face,
            Questions questions,
            Logins logins,
            Choices choices,
            Identity identity,
            Syllabus syllabus) {
        this.questions = questions;
        this.desk = new Desk(connector, annotator, face, questions, logins, choices, identity);
        this.classroom = new Classroom(desk, syllabus);
        this.dispatch = new Dispatch(desk, classroom);
    }

    /** Opens a conversation. */
    public void open(TargetSpec target) {
        desk.open(target);
    }

    /** Where lessons are played. */
    public Classroom classroom() {
        return classroom;
    }

    /** Takes one typed line, without its line end, through all stages. */
    public Status accept(Octets typed) {
        classroom.typing(typed.text());
        Status status = take(typed);
        classroom.typed();
        return status;
    }

    private Status take(Octets typed) {
        Optional<Conversation> current = desk.current();
        if (current.isPresent() && current.get().draft().isPresent()) {
            current.get().type(typed);
            return Status.GO_ON;
        }
        if (position() == Position.AUTH) {
            current.orElseThrow().answer(typed);
            return Status.GO_ON;
        }
        String bare = typed.text().strip();
        if (classroom.asks() && bare.matches("[0-9]{1,2}")) {
            classroom.answer(Integer.parseInt(bare));
            return Status.GO_ON;
        }
        Optional<Addressed> addressed = Addressed.read(typed);
        return addressed.isPresent() ? dispatch.address(addressed.get()) : dispatch.line(typed);
    }

    /** Takes several lines that were pasted at once: as text of a message, or one by one after a question. */
    public Status paste(List<Octets> pasted) {
        if (desk.current().flatMap(Conversation::draft).isPresent()) {
            pasted.forEach(this::accept);
            return Status.GO_ON;
        }
        List<Octets> lines = Paste.stripped(pasted);
        if (!lines.equals(pasted)) {
            desk.face().note("The marks of the tool it was copied from are left out:");
            lines.forEach(line ->
                    desk.face().note("  " + new Command.Line(line).redacted().text()));
        }
        desk.face()
                .note(lines.size() + " lines pasted. Enter = one by one, stop at the first refusal; a = all, whatever"
                        + " comes back; e = edit; n or Ctrl-C = nothing.");
        char choice = questions.choose("Send them?", "1aen", '1', 'n');
        if (choice == 'e') {
            desk.prefill(String.join("\n", lines.stream().map(Octets::text).toList()));
            return Status.GO_ON;
        }
        return choice == 'n' ? Status.GO_ON : run(lines, choice == 'a');
    }

    /** The operator wants the connection closed at once. */
    public void hangUp() {
        desk.current().filter(Conversation::live).ifPresent(one -> {
            one.drop();
            desk.face().note("The connection was dropped. reconnect opens it again.");
        });
    }

    /** The name of the server that lines go to now; empty text without one. */
    public String host() {
        return desk.current().map(one -> one.target().label()).orElse("");
    }

    /** The operator pressed Ctrl-C at the prompt. */
    public void interrupted() {
        desk.current().filter(one -> one.draft().isPresent()).ifPresent(Conversation::giveUp);
    }

    /**
     * What to show before the next line.
     *
     * @param columns of the terminal; 0 if not known
     */
    public Prompt prompt(int columns) {
        return new Prompts(desk.choices().prompt(), desk.conversations().size() > 1, columns).of(desk.current());
    }

    /** The input is over: says goodbye and closes. */
    public void leave() {
        classroom.leave();
        desk.leave();
    }

    /** Says goodbye and closes within a time, because smtpsh is being ended; called by a thread of its own. */
    public void farewell(Duration patience) {
        desk.farewell(patience);
    }

    /** What was said in all conversations, in the order in which they began. */
    public List<Transcript> transcripts() {
        return desk.transcripts();
    }

    /** What is being waited for at this moment; may be asked from another thread. */
    public Optional<Waiting> waiting() {
        return desk.waiting();
    }

    /** The worst thing that happened so far. */
    public ExitCode exitCode() {
        return desk.score().worst();
    }

    /** Whether a connection ever stood. */
    public boolean everConnected() {
        return desk.everConnected();
    }

    /** Whether a server has said or done something since, that nobody asked for. */
    public boolean news() {
        return classroom.news() || desk.conversations().stream().anyMatch(Conversation::news);
    }

    /** Shows the {@link #news()}; never waits. */
    public void showNews() {
        desk.showNews();
        classroom.attend();
    }

    /** Whether the next line is a command, and neither part of a message nor an answer to a challenge. */
    public boolean speaksCommands() {
        return desk.current().flatMap(Conversation::draft).isEmpty() && position() != Position.AUTH;
    }

    /** What the conversation has shown, for help while typing. */
    public Memory memory() {
        return desk.memory();
    }

    /** What there is to say of a line as typed so far; never asks the network. */
    public Hint hint(String typed) {
        Optional<Conversation> current = desk.current();
        if (current.isPresent() && current.get().draft().isPresent()) {
            return Hint.ofMessage(
                    current.get().draft().get().inBody(), current.get().scribe().waited());
        }
        return position() == Position.AUTH
                ? Hint.ofAnswer()
                : Hint.of(typed, desk.memory().state());
    }

    /** What stands out in a line as typed so far. */
    public List<Emphasis> emphases(String typed) {
        return speaksCommands() ? Emphasis.of(typed, desk.memory()) : List.of();
    }

    /** What one would probably type next. */
    public Suggestion suggestion() {
        return desk.suggestion();
    }

    /** What the next line is to begin with, once; empty text if nothing was asked for. */
    public String takePrefill() {
        return desk.takePrefill();
    }

    /** The input itself is at fault. */
    public void complain(String what, String why, String mend) {
        desk.complain(what, why, mend);
    }

    private Status run(List<Octets> lines, boolean whatever) {
        for (int i = 0; i < lines.size(); i++) {
            desk.face().typed(lines.get(i));
            if (accept(lines.get(i)) == Status.LEAVE) {
                return Status.LEAVE;
            }
            boolean refused = desk.current()
                    .flatMap(Conversation::session)
                    .filter(open -> open.state().refused() || open.state().position() == Position.CLOSED)
                    .isPresent();
            if (refused && !whatever && i < lines.size() - 1) {
                desk.face().note("Stopped there; " + (lines.size() - 1 - i) + " more were not sent.");
                return Status.GO_ON;
            }
        }
        return Status.GO_ON;
    }

    private Position position() {
        return desk.current().map(Conversation::position).orElse(Position.CLOSED);
    }
}
