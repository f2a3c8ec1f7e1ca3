package dev.smtpsh.annotate.transcript;

import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.quoted.QuotedReply;
import dev.smtpsh.annotate.transcript.Marked.Speaker;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the lines of a transcript together to replies, each with what the transcript shows of the conversation around it. In a
 * plain list each line that begins with a code is a reply of its own; once a command has been seen, or the tool marks its
 * lines or says that it is connected, a hyphen after the code continues a reply. Where nothing is marked, what follows a 354
 * is the message as it was typed, up to the line with a single dot.
 */
public final class TranscriptReader {
    // Limit transcript-reply-lines: as much of a reply as is held; the longest honest ones have some fifty lines.
    private static final int MOST_LINES = 1000;
    private static final int START_MAIL_INPUT = 354;

    private final List<Octets> held = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final Conversation conversation = new Conversation();
    // In a list, a reply that may turn out to have been the greeting of a conversation.
    private Optional<Reply> greeting = Optional.empty();
    private boolean unmarked = true;
    private boolean dialogue;
    // In a list, whether the last reply was a 354.
    private boolean listed354;
    private boolean typing;
    // Whether the reply that is held is quoted in a bounce, and may go on in an indented line.
    private boolean folding;
    private long number;
    private long first;

    /** Takes one line without its line end; gives what it completes, in order. */
    public List<Piece> accept(Octets line) {
        number++;
        String text = line.text();
        if (typing) {
            typing = !text.strip().equals(".");
            conversation.sent(typing ? text : ".");
            return List.of(new Piece.Passage(List.of(line)));
        }
        List<Piece> pieces = new ArrayList<>(2);
        if (folding && said.size() < MOST_LINES && goesOn(text)) {
            held.add(line);
            said.add(text);
            return List.of();
        } else if (folding) {
            pieces.add(answer());
        }
        Marked marked = Marked.read(text, !dialogue);
        // exim writes the further lines of a reply indented, without a mark.
        String bare = text.strip();
        boolean continues = !said.isEmpty() && continuation(marked.text().isEmpty() ? bare : marked.text());
        if (marked.speaker() == Speaker.SERVER || continues) {
            if (!said.isEmpty() && !continues) {
                pieces.add(answer());
            }
            hear(line, marked, bare, pieces);
            return pieces;
        }
        pieces.addAll(end());
        other(text, marked);
        pieces.add(new Piece.Passage(List.of(line)));
        return pieces;
    }

    private void hear(Octets line, Marked marked, String bare, List<Piece> pieces) {
        first = said.isEmpty() ? number : first;
        if (!marked.bare() && marked.speaker() == Speaker.SERVER) {
            dialogue = true;
            unmarked = false;
        }
        if (marked.tls()) {
            conversation.secured();
        }
        held.add(line);
        said.add(marked.text().isEmpty() ? bare : marked.text());
        folding = !dialogue && mayFold(line.text());
        boolean whole = !dialogue || !open(said.get(said.size() - 1)) || said.size() >= MOST_LINES;
        if (whole && !folding) {
            pieces.add(answer());
        }
    }

    // "Diagnostic-Code: smtp; 550 ..." and "<amy@example.net>: host mx said: 550 ...", and what exim indents. A line of
    // a log begins with its time, and one of a list with its code: those are explained as soon as they are there.
    private static boolean mayFold(String line) {
        if (!line.isEmpty() && Character.isDigit(line.charAt(0))) {
            return false;
        }
        int end = 0;
        while (end < line.length() && line.charAt(end) > ' ') {
            end++;
        }
        return end < line.length() && (end == 0 || line.charAt(end - 1) == ':');
    }

    private static boolean goesOn(String line) {
        return !line.isBlank() && line.charAt(0) <= ' ';
    }

    private void other(String text, Marked marked) {
        boolean answersChallenge = dialogue && unmarked && conversation.challenged() && !text.isBlank();
        if (marked.speaker() == Speaker.CLIENT || answersChallenge) {
            begin();
            unmarked = marked.bare();
            if (marked.tls()) {
                conversation.secured();
            }
            conversation.sent(answersChallenge && marked.text().isEmpty() ? text.strip() : marked.text());
            return;
        }
        String remark = text.strip();
        dialogue |= Origin.begins(remark);
        conversation.remark(remark, dialogue && unmarked);
    }

    // The first command makes a list a conversation, and a 220 right before it its greeting.
    private void begin() {
        if (!dialogue) {
            greeting.ifPresent(conversation::heard);
        }
        dialogue = true;
    }

    /**
     * Whether the next line, if it begins with a reply code, is a reply of its own that came in at {@link #stage}: as long
     * as this has been a plain list. Who explains such a line by other means says so by {@link #passed} instead of giving
     * it here.
     */
    public boolean plain() {
        return !dialogue && !typing && said.isEmpty();
    }

    /** A plain line was a reply, and was explained by other means; never 354, after which another belongs to the message. */
    public void passed() {
        listed354 = false;
        greeting = Optional.empty();
    }

    /** A reply was explained by this rule; where a later one is explained by it too, that is worth saying. */
    public void explained(Piece.Answer answer, String rule) {
        if (dialogue) {
            conversation.explained(rule, answer.place());
        }
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
        String place = "line " + first;
        Piece answer = dialogue ? spoken(together, place) : listed(together, place);
        held.clear();
        said.clear();
        folding = false;
        return answer;
    }

    private Piece spoken(String together, String place) {
        Reply reply = Reply.of(together);
        ReplySymptom symptom = conversation.heard(reply);
        typing = unmarked && conversation.mailing();
        return new Piece.Answer(held, together, symptom, place);
    }

    private Piece listed(String together, String place) {
        Optional<QuotedReply> quoted = QuotedReply.in(together);
        String text = quoted.isPresent() ? quoted.get().text() : together;
        Reply reply = Reply.of(text);
        ReplySymptom symptom =
                ReplySymptom.at(quoted.flatMap(QuotedReply::stage).or(this::stage), reply);
        listed354 = reply.is(START_MAIL_INPUT);
        greeting = greeting.isEmpty() && reply.is(220) ? Optional.of(reply) : Optional.empty();
        return new Piece.Answer(held, text, symptom, place);
    }

    /** The moment at which the next reply of a list comes in, where the one before it tells. */
    public Optional<Stage> stage() {
        return listed354 ? Optional.of(Stage.MESSAGE) : Optional.empty();
    }
}
