package dev.smtpsh.session;

import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.state.Stage;
import java.time.Instant;
import java.util.Optional;

/** A reply that is still to come: to the greeting (no command) or to a command. Replies come in order of commands. */
record Due(int number, Stage stage, Optional<Command> command, Instant at, long sentAt) {}
