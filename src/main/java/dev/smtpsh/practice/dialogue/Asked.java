package dev.smtpsh.practice.dialogue;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Verb;
import java.util.Optional;

/**
 * A command line, split.
 *
 * @param word the first word as typed
 * @param argument what follows it, without the blanks around
 */
record Asked(Command.Line line, Optional<Verb> verb, String word, String argument) {
    static Asked read(Octets line) {
        Octets bare = line.withoutLineEnd();
        String text = bare.text();
        int end = text.indexOf(' ');
        String word = end < 0 ? text : text.substring(0, end);
        String argument = end < 0 ? "" : text.substring(end).strip();
        return new Asked(new Command.Line(bare), Verb.named(word), word, argument);
    }
}
