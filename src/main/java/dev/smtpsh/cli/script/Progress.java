package dev.smtpsh.cli.script;

import dev.smtpsh.render.Safe;
import dev.smtpsh.render.Words;
import dev.smtpsh.script.result.Place;
import dev.smtpsh.script.run.Observer;
import java.io.PrintStream;
import java.util.Optional;

/** One line at a terminal that says how far a run has come, and is written over. Safe to share between threads. */
final class Progress {
    private static final int WIDTH = 78;

    private final Optional<PrintStream> terminal;
    private final int files;
    private int done;

    /** @param terminal empty to show nothing */
    Progress(Optional<PrintStream> terminal, int files) {
        this.terminal = terminal;
        this.files = files;
    }

    Observer of(String file) {
        return new Observer() {
            @Override
            public boolean before(Place place, String words) {
                show(file + ":" + place.span().line() + "  " + words);
                return true;
            }
        };
    }

    synchronized void fileDone() {
        clear();
        done++;
    }

    synchronized void clear() {
        terminal.ifPresent(out -> out.print("\r" + " ".repeat(WIDTH) + "\r"));
    }

    private synchronized void show(String words) {
        String line = Words.bounded(Safe.ascii("[" + done + "/" + files + "] " + words), WIDTH - 3);
        terminal.ifPresent(out -> out.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length()))));
        terminal.ifPresent(PrintStream::flush);
    }
}
