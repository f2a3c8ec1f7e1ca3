package dev.smtpsh.shell.draft;

import dev.smtpsh.smtp.command.Command;
import java.util.function.Consumer;

/**
 * To whom a message is written.
 *
 * @param letter what is known of where it goes
 * @param send takes the message when it is done
 * @param drop ends the connection, so that nothing is delivered
 */
public record Addressee(Letter letter, Consumer<Command> send, Runnable drop) {}
