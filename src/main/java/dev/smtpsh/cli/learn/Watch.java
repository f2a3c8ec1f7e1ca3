package dev.smtpsh.cli.learn;

import dev.smtpsh.practice.Mailbox;
import dev.smtpsh.practice.PracticeEvent;
import dev.smtpsh.practice.PracticeListener;
import dev.smtpsh.render.Safe;
import dev.smtpsh.render.teaching.EventLine;
import dev.smtpsh.smtp.Octets;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/** Looks at a running practice server for whoever started it: prints what happens, keeps the messages. */
public final class Watch implements PracticeListener {
    /** How much is printed. */
    public enum Tale {
        NOTHING,
        TASKS,
        EVERYTHING
    }

    private final Tale tale;
    private final Optional<Mailbox> mailbox;
    private final PrintStream out;
    private final PrintStream err;
    private final EventLine lines = new EventLine();
    private boolean troubled;

    public Watch(Tale tale, Optional<Mailbox> mailbox, PrintStream out, PrintStream err) {
        this.tale = tale;
        this.mailbox = mailbox;
        this.out = out;
        this.err = err;
    }

    @Override
    public synchronized void happened(PracticeEvent event) {
        if (event instanceof PracticeEvent.MessageStored stored && mailbox.isPresent()) {
            keep(stored, mailbox.get());
        }
        if (tale == Tale.NOTHING) {
            return;
        }
        // Every event is read, or the names of the clients would not be known.
        String line = lines.of(event);
        if (tale == Tale.EVERYTHING || event instanceof PracticeEvent.Reached) {
            out.println(line);
            out.flush();
        }
    }

    // Told once: a full disk stays full.
    private void keep(PracticeEvent.MessageStored stored, Mailbox folder) {
        try {
            folder.keep(stored.message());
            troubled = false;
        } catch (IOException e) {
            if (!troubled) {
                err.println("smtpsh: message " + stored.message().id() + " is not in the mailbox: "
                        + Safe.visible(Octets.utf8(String.valueOf(e.getMessage()))));
            }
            troubled = true;
        }
    }
}
