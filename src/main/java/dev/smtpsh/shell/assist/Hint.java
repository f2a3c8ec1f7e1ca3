package dev.smtpsh.shell.assist;

import dev.smtpsh.shell.language.Word;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Envelope;
import dev.smtpsh.smtp.command.Slip;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.state.Advice;
import dev.smtpsh.smtp.state.Position;
import dev.smtpsh.smtp.state.SessionState;
import java.util.List;
import java.util.Optional;

/**
 * The two lines under the prompt: the grammar of what is being typed, and the one thing to know about it.
 *
 * @param grammar empty if nothing is known of the line
 * @param remark a slip, a reason why it is not for now, or what it is for
 */
public record Hint(String grammar, String remark) {
    /** While a message is typed. */
    private static final Hint MESSAGE =
            new Hint("the message: header, an empty line, text", "A line with a single dot sends it.");

    /** While a challenge is answered. */
    private static final Hint ANSWER = new Hint(
            "your answer, in plain text: it is put into base64 for the wire",
            "raw TEXT sends TEXT as it stands, * cancels.");

    private static final Hint NONE = new Hint("", "");

    /** The hint for a line that is no command: part of a message, or an answer to a challenge. */
    public static Hint ofNoCommand(Optional<SessionState> state) {
        return state.filter(now -> now.position() == Position.AUTH).isPresent() ? ANSWER : MESSAGE;
    }

    /** The hint for a line as typed so far. */
    public static Hint of(String typed, Optional<SessionState> state) {
        String line = typed.stripLeading();
        int space = line.indexOf(' ');
        String first = space < 0 ? line : line.substring(0, space);
        Optional<Word> word = Word.typed(first);
        Optional<Verb> verb = word.isPresent() ? Optional.empty() : Verb.named(first);
        if (verb.isPresent()) {
            return new Hint(verb.get().grammar(), remark(verb.get(), line, state));
        }
        return word.map(known -> new Hint(known.usage(), known.summary())).orElse(NONE);
    }

    private static String remark(Verb verb, String line, Optional<SessionState> state) {
        Optional<String> slip = slip(verb, line);
        if (slip.isPresent()) {
            return slip.get() + " Enter sends it as it is.";
        }
        Optional<String> order = state.flatMap(known -> known.adviceFor(verb)).map(Advice::words);
        return order.map(words -> verb + ": " + words + ". Enter sends it all the same.")
                .orElse(verb.purpose());
    }

    // A line that is still being typed is not wrong yet only because its end is missing.
    private static Optional<String> slip(Verb verb, String line) {
        if (verb != Verb.MAIL && verb != Verb.RCPT) {
            return Optional.empty();
        }
        List<Slip> slips = Envelope.read(new Command.Line(Octets.utf8(line))).slips();
        if (slips.isEmpty() || unfinished(line, slips.get(0))) {
            return Optional.empty();
        }
        String words = slips.get(0).words();
        return Optional.of(
                words.startsWith("needs < >")
                        ? "Address must stand in < >" + (words.contains("space") ? ", no space after the colon." : ".")
                        : Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".");
    }

    private static boolean unfinished(String line, Slip slip) {
        boolean openBracket = slip.words().contains("never closed");
        boolean label = slip.mended().isEmpty() && line.indexOf(':') < 0;
        boolean nothingYet = line.endsWith(":");
        return openBracket || label || nothingYet;
    }
}
