package dev.smtpsh.session;

import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.smtp.state.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A reply that is still to come: to the greeting (no command) or to a command. Replies come in order of commands. */
record Due(int number, Stage stage, Optional<Command> command, Instant at, long sentAt) {
    Exchange answered(
            Reply reply, Duration took, SessionState before, SessionState after, Optional<String> tlsVersion) {
        return new Exchange(
                number, stage, command, reply, at, took, before, after, tlsVersion, Optional.empty());
    }
}
