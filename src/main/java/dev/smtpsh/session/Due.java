package dev.smtpsh.session;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.Position;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.smtp.state.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A reply that is still to come: to the greeting (no command) or to a command. Replies come in order of commands. */
record Due(int number, Stage stage, Optional<Command> command, Instant at, long sentAt) {
    private static final String END_OF_DATA = ".\r\n";

    Exchange answered(
            Reply reply, Duration took, SessionState before, SessionState after, Optional<String> tlsVersion) {
        return new Exchange(number, stage, command, reply, at, took, before, after, tlsVersion, Optional.empty());
    }

    /** One for each line of a pipelined group, none for a part of a line, and otherwise this alone. */
    List<Due> each(Position position) {
        if (!(command.orElse(null) instanceof Command.Raw raw)) {
            return List.of(this);
        }
        String text = raw.octets().latin1();
        boolean data = position == Position.DATA;
        if (data
                ? !text.equals(END_OF_DATA) && !text.endsWith("\r\n" + END_OF_DATA)
                : text.indexOf('\n') < 0 && raw.redacted().equals(raw.octets())) {
            return List.of();
        }
        String[] lines = raw.octets().latin1().split("\r?\n");
        List<Due> each = new ArrayList<>();
        for (int i = 0; i < lines.length && !data; i++) {
            Command line = new Command.Line(Octets.latin1(lines[i]));
            if (line.verb().isEmpty()) {
                return List.of(this);
            }
            // What follows DATA or BDAT is no command.
            data = line.verb()
                    .filter(verb -> verb == Verb.DATA || verb == Verb.BDAT)
                    .isPresent();
            each.add(new Due(number + i, Stage.of(line), Optional.of(line), at, sentAt));
        }
        return each.size() > 1 ? each : List.of(this);
    }
}
