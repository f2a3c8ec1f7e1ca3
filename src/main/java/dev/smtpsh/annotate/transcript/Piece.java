package dev.smtpsh.annotate.transcript;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.Stage;
import java.util.List;
import java.util.Optional;

/** What a transcript consists of. */
public sealed interface Piece {
    /** The lines as they stood in the file. */
    List<Octets> lines();

    /** A line that is no reply: a command, or a remark of the tool. */
    record Passage(List<Octets> lines) implements Piece {
        public Passage {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A whole reply.
     *
     * @param said what the server said, without the tool's marks, lines joined by a line feed
     * @param stage the moment it came in, where the commands before it tell
     * @param command what it answers
     */
    record Answer(List<Octets> lines, String said, Reply reply, Optional<Stage> stage, Optional<Command> command)
            implements Piece {
        public Answer {
            lines = List.copyOf(lines);
        }
    }
}
