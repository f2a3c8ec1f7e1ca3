package dev.smtpsh.cli;

import dev.smtpsh.shell.Shell;
import dev.smtpsh.shell.means.Status;
import dev.smtpsh.smtp.Octets;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** A conversation fed through a pipe: line by line, each waiting for its reply, no prompt. */
final class Talk {
    private final Streams streams;

    Talk(Streams streams) {
        this.streams = streams;
    }

    void run(Shell shell, Consumer<Shell> opening) {
        opening.accept(shell);
        if (shell.everConnected()) {
            feed(shell);
        }
        shell.leave();
    }

    private void feed(Shell shell) {
        PipeLines lines = new PipeLines(streams.in());
        try {
            Optional<Octets> line = lines.next();
            while (line.isPresent()
                    && shell.accept(line.get()) == Status.GO_ON
                    && !streams.out().checkError()) {
                line = lines.next();
            }
        } catch (IOException e) {
            shell.complain(e.getMessage(), "The input cannot be read on", "Feed lines of SMTP commands.");
        }
    }
}
