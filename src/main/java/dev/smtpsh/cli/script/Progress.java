package dev.smtpsh.cli.script;

import dev.smtpsh.render.Safe;
import dev.smtpsh.render.Words;
import dev.smtpsh.script.result.Place;
import dev.smtpsh.script.run.Observer;
import java.io.PrintStream;
import java.util.Optional;

/** One line at a terminal that says how far a run has come, and is written over. Safe to share between threads. */
final class Progress {
    private static final int WIDEST = 78;

    private final Optional<PrintStream> terminal;
    private final int files;
    private final int width;
    private int done;

    /**
     * @param terminal empty to show nothing
     * @param columns of the terminal; its last one stays free, lest the line wraps
     */
    Progress(Optional<PrintStream> terminal, int files, int columns) {
        this.terminal = terminal;
        this.files = files;
        this.width = Math.max(1, Math.min(WIDEST, columns - 1));
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

    /** A file is done; what is to be told of it is told where the line stood, and nothing comes between. */
    synchronized void fileDone(Runnable told) {
        terminal.ifPresent(out -> out.print("\r" + " ".repeat(width) + "\r"));
        terminal.ifPresent(PrintStream::flush);
        done++;
        told.run();
    }

    private synchronized void show(String words) {
        String line = Words.bounded(Safe.ascii("[" + done + "/" + files + "] " + words), width - 3);
        terminal.ifPresent(out -> out.print("\r" + line + " ".repeat(Math.max(0, width - line.length()))));
        terminal.ifPresent(PrintStream::flush);
    }
}
