package dev.smtpsh.annotate.transcript;

import dev.smtpsh.annotate.quoted.QuotedReply;
import dev.smtpsh.annotate.transcript.Marked.Speaker;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the lines of a transcript together to replies. In a plain list each line that begins with a code is a reply of its
 * own; once a command has been seen, or the tool marks its lines, a hyphen after the code continues a reply. Where nothing
 * is marked, what follows a 354 is the message as it was typed, up to the line with a single dot.
 */
public final class TranscriptReader {
    private final List<Octets> held = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private Optional<Command> command = Optional.empty();
    private boolean unmarked;
    private boolean dialogue;
    private boolean greeted;
    private boolean message;
    private boolean typing;

    /** Takes one line without its line end; gives what it completes, in order. */
    public List<Piece> accept(Octets line) {
        if (typing) {
            typing = !line.text().strip().equals(".");
            return List.of(new Piece.Passage(List.of(line)));
        }
        List<Piece> pieces = new ArrayList<>(2);
        Marked marked = Marked.read(line.text(), !dialogue);
        // exim writes the further lines of a reply indented, without a mark.
        String bare = line.text().strip();
        boolean continues = !said.isEmpty() && continuation(marked.text().isEmpty() ? bare : marked.text());
        if (marked.speaker() == Speaker.SERVER || continues) {
            if (!said.isEmpty() && !continues) {
                pieces.add(answer());
            }
            dialogue |= !marked.bare() && marked.speaker() == Speaker.SERVER;
            held.add(line);
            said.add(marked.text().isEmpty() ? bare : marked.text());
            if (!dialogue || !open(said.get(said.size() - 1))) {
                pieces.add(answer());
            }
            return pieces;
        }
        pieces.addAll(end());
        if (marked.speaker() == Speaker.CLIENT) {
            dialogue = true;
            unmarked = marked.bare();
            if (!message) {
                command = Optional.of(new Command.Line(Octets.utf8(marked.text())));
            }
        }
        pieces.add(new Piece.Passage(List.of(line)));
        return pieces;
    }

    /** The input is over: gives a reply that was still open. */
    public List<Piece> end() {
        return said.isEmpty() ? List.of() : List.of(answer());
    }

    private boolean continuation(String text) {
        return Marked.code(text).isPresent() && Marked.code(text).equals(Marked.code(said.get(0)));
    }

    private static boolean open(String line) {
        return line.length() > 3 && line.charAt(3) == '-';
    }

    private Piece answer() {
        String together = String.join("\n", said);
        Optional<QuotedReply> quoted = dialogue ? Optional.empty() : QuotedReply.in(together);
        String text = quoted.isPresent() ? quoted.get().text() : together;
        Reply reply = Reply.of(text);
        Optional<Stage> stage = quoted.flatMap(QuotedReply::stage).or(this::stage);
        Piece.Answer answer = new Piece.Answer(held, text, reply, stage, command);
        message = reply.is(354);
        typing = message && unmarked;
        greeted = true;
        held.clear();
        said.clear();
        if (!message) {
            command = Optional.empty();
        }
        return answer;
    }

    private Optional<Stage> stage() {
        if (message) {
            return Optional.of(Stage.MESSAGE);
        }
        if (command.isPresent()) {
            return command.map(Stage::of);
        }
        return dialogue && !greeted ? Optional.of(Stage.GREETING) : Optional.empty();
    }
}
