package dev.smtpsh.shell.draft;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Verb;
import java.util.Optional;

/**
 * A BDAT that was typed, and whose octets are still to be typed. They go out together (RFC 3030 2): a server that reads
 * BDAT alone waits for them, and takes whatever comes for them.
 *
 * @param line as typed
 * @param count how many octets it announces, at least 1
 */
public record TypedChunk(Octets line, int count) {
    /** What a line begins; empty if it announces no octets. */
    public static Optional<TypedChunk> begunBy(Command.Line line) {
        String[] words = line.typed().latin1().strip().split("[ \t]+");
        boolean counted = line.verb().filter(Verb.BDAT::equals).isPresent()
                && words.length > 1
                && words[1].matches("0*[1-9][0-9]{0,8}");
        return counted ? Optional.of(new TypedChunk(line.typed(), Integer.parseInt(words[1]))) : Optional.empty();
    }

    Command.Raw with(Octets content) {
        return new Command.Raw(line.plus(Octets.CRLF).plus(content));
    }
}
