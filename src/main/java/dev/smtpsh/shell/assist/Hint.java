package dev.smtpsh.shell.assist;

import dev.smtpsh.shell.language.Addressed;
import dev.smtpsh.shell.language.Input;
import dev.smtpsh.shell.language.Word;
import dev.smtpsh.smtp.command.Slip;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.state.Advice;
import dev.smtpsh.smtp.state.SessionState;
import java.time.Duration;
import java.util.Optional;

/**
 * The two lines under the prompt: the grammar of what is being typed, and the one thing to know about it.
 *
 * @param grammar empty if nothing is known of the line
 * @param remark a slip, a reason why it is not for now, or what it is for
 */
public record Hint(String grammar, String remark) {
    // RFC 5321 4.5.3.2.7: a server waits at least this long for the client to go on.
    private static final Duration SERVERS_PATIENCE = Duration.ofMinutes(5);

    /** While a challenge is answered. */
    private static final Hint ANSWER = new Hint(
            "your answer, in plain text: it is put into base64 for the wire",
            "raw TEXT sends TEXT as it stands, * cancels.");

    private static final Hint NONE = new Hint("", "");

    private static final Hint DISCONNECTED = new Hint(
            "open HOST[:PORT] connects; open practice opens a server to practise on; learn begins a lesson",
            "Tab lists what can be typed, Right takes the grey text, help lists all words.");

    private static final Hint EMPTY = new Hint(
            "Type an SMTP command, or a word such as next, why or help.",
            "Tab lists what can be typed, Right takes the grey text, Ctrl-D leaves.");

    /** The hint for an answer to a challenge. */
    public static Hint ofAnswer() {
        return ANSWER;
    }

    /**
     * The hint for a line of a message.
     *
     * @param body whether the header is over
     * @param silence how long the server has heard nothing; empty if none waits
     */
    public static Hint ofMessage(boolean body, Optional<Duration> silence) {
        String where = body ? "text" : "header, such as Subject: test; an empty line ends it";
        String wait = silence.map(SERVERS_PATIENCE::minus)
                .map(left -> left.isNegative()
                        ? " The server may have given up."
                        : String.format(" The server gives up in %d:%02d.", left.toMinutes(), left.toSecondsPart()))
                .orElse("");
        return new Hint(where, "A line with a single dot ends it, ~? helps." + wait);
    }

    /** For a line that begins with what must come. */
    private static final Hint EXPECTED = new Hint(
            "250 4.7.x \"text\" or 45x /expression/ within 5m every 30s",
            "Judges the last reply and is never sent; raw 250 sends it.");

    /** For a question about the last reply. */
    private static final Hint ASKED = new Hint(
            "? [not] SUBJECT [OPERATOR VALUE], such as ? size >= 10 MiB",
            "Judges what the last reply shows; Tab lists what can be asked.");

    /** The hint for a line as typed so far. */
    public static Hint of(String typed, Optional<SessionState> state) {
        String line = typed.substring(Addressed.prefix(typed)).stripLeading();
        if (line.isEmpty()) {
            return state.isEmpty() ? DISCONNECTED : EMPTY;
        }
        String judged = line.startsWith("~") ? line.substring(1).stripLeading() : line;
        if (!judged.isEmpty() && Input.SIGNS.indexOf(judged.charAt(0)) >= 0) {
            return judged.charAt(0) == '?' ? ASKED : EXPECTED;
        }
        int space = line.indexOf(' ');
        String first = space < 0 ? line : line.substring(0, space);
        Optional<Word> word = Word.typed(first);
        Optional<Verb> verb = word.isPresent() ? Optional.empty() : Verb.named(first);
        if (verb.isPresent()) {
            return new Hint(Grammar.of(verb.get(), line, state), remark(verb.get(), line, state));
        }
        return word.map(known -> new Hint(known.usage(), known.summary())).orElse(NONE);
    }

    private static String remark(Verb verb, String line, Optional<SessionState> state) {
        Optional<String> slip = LiveSlip.of(line).map(Hint::words);
        if (slip.isPresent()) {
            return slip.get() + " Enter sends it as it is.";
        }
        Optional<String> order = state.flatMap(known -> known.adviceFor(verb)).map(Advice::words);
        Optional<String> counsel = state.flatMap(known -> Counsel.on(line, known));
        return order.map(words -> verb + ": " + words + ". Enter sends it all the same.")
                .or(() -> counsel.map(words -> words + " Enter sends it all the same."))
                .orElse(verb.purpose());
    }

    private static String words(Slip slip) {
        String words = slip.words();
        return words.startsWith("needs < >")
                ? "Address must stand in < >" + (words.contains("space") ? ", no space after the colon." : ".")
                : Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
