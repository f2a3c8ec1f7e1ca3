package dev.smtpsh.shell;

import dev.smtpsh.session.Exchange;
import dev.smtpsh.shell.language.Addressed;
import dev.smtpsh.shell.language.Input;
import dev.smtpsh.shell.language.Word;
import dev.smtpsh.shell.means.Status;
import dev.smtpsh.shell.probe.Probing;
import dev.smtpsh.shell.talk.Conversation;
import dev.smtpsh.shell.talk.Desk;
import dev.smtpsh.shell.teach.Classroom;
import dev.smtpsh.shell.word.Vocabulary;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.state.Position;
import dev.smtpsh.smtp.state.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives each line to whom it is for: a server, a word of ours, or what judges the last reply. */
final class Dispatch {
    private final Desk desk;
    private final Classroom classroom;
    private final Probing probing;
    private final Vocabulary vocabulary;
    // What [alice] open HOST named.
    private final Map<String, Integer> names = new HashMap<>();

    Dispatch(Desk desk, Classroom classroom) {
        this.desk = desk;
        this.classroom = classroom;
        this.probing = new Probing(desk);
        this.vocabulary = new Vocabulary(classroom, probing);
    }

    /** A line for one conversation or for all; the operator stays where he is. */
    Status address(Addressed addressed) {
        Optional<Conversation> before = desk.current();
        Status status = Status.GO_ON;
        List<Conversation> meant = meant(addressed);
        if (meant.isEmpty() && begins(addressed)) {
            status = line(addressed.line());
            desk.current().ifPresent(opened -> names.put(addressed.to(), opened.number()));
        } else if (meant.isEmpty()) {
            desk.complain(
                    "there is no conversation " + addressed.to(),
                    "Nothing was sent",
                    "sessions lists those there are; open HOST adds one.");
            return Status.GO_ON;
        }
        for (Conversation one : meant) {
            desk.turnTo(one);
            status = line(addressed.line());
        }
        before.filter(one -> desk.conversations().contains(one)).ifPresent(desk::returnTo);
        return status;
    }

    private List<Conversation> meant(Addressed addressed) {
        if (addressed.all()) {
            return desk.conversations();
        }
        int number = addressed.number() > 0 ? addressed.number() : names.getOrDefault(addressed.to(), 0);
        return desk.numbered(number).map(List::of).orElse(List.of());
    }

    // In a script the first thing that is said with a new name is open.
    private static boolean begins(Addressed addressed) {
        return addressed.number() == 0
                && Input.read(addressed.line()) instanceof Input.LocalLine local
                && local.word() == Word.OPEN;
    }

    Status line(Octets typed) {
        Input input = Input.read(typed);
        if (input instanceof Input.SmtpLine line) {
            return send(new Command.Line(probing.filled(line.typed())));
        }
        if (input instanceof Input.LocalLine local) {
            Octets argument = local.word() == Word.RAW || local.word().judges()
                    ? local.argument()
                    : probing.filled(local.argument());
            Status status = vocabulary.of(local.word()).run(desk, argument);
            classroom.used(local.word().label());
            return status;
        }
        if (input instanceof Input.ScriptLine line) {
            return probing.take(line.typed());
        }
        if (input instanceof Input.Misspelt misspelt) {
            misspelt(misspelt);
        }
        return Status.GO_ON;
    }

    private Status send(Command.Line command) {
        Position position = desk.current().map(Conversation::position).orElse(Position.CLOSED);
        if (position == Position.CLOSED && command.verb().equals(Optional.of(Verb.QUIT))) {
            return Status.LEAVE;
        }
        desk.send(command);
        return Status.GO_ON;
    }

    private void misspelt(Input.Misspelt line) {
        Optional<Exchange> last = desk.current().flatMap(Conversation::last);
        if (last.filter(exchange -> exchange.stage() == Stage.AUTH).isPresent()) {
            // Whoever does not wait for the 334 sends secrets after a refusal.
            desk.complain(
                    "not an SMTP verb or smtpsh command",
                    "After AUTH it may be a secret, so it is not shown. Nothing was sent",
                    "Look at the reply to AUTH; answers can be given only to a 334.");
            return;
        }
        String meant = line.meant().map(word -> "Did you mean " + word + "? ").orElse("");
        desk.complain(
                "not an SMTP verb or smtpsh command: " + line.word(),
                "Nothing was sent",
                meant + "To send it anyway: raw " + line.line());
    }
}
