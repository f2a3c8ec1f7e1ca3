package dev.smtpsh.terminal;

import dev.smtpsh.shell.language.Discretion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * Remembers lines, but none that holds a secret. What was typed to the server of now comes first when one looks back, and
 * before it what was typed to others. What is typed in practice is kept apart. Where nothing is to be remembered, the
 * lines of this run can be called back until it ends, and nothing else has them.
 */
final class DiscreetHistory extends DefaultHistory {
    private static final String PRACTICE = "practice";

    private final Remembering remembering;
    private final List<Recalled> all = new ArrayList<>();
    private final List<Recalled> practised = new ArrayList<>();
    private String host = "";
    private boolean read;
    // Lines from this index on were typed to the server of now.
    private int here;
    private boolean onlyHere;

    DiscreetHistory(Remembering remembering) {
        this.remembering = remembering;
    }

    /** Lines go to this server from now on. */
    void turnTo(String server) {
        if (remembering.folder().isEmpty() || read && server.equals(host)) {
            return;
        }
        if (!read) {
            read = true;
            file(false).ifPresent(file -> all.addAll(file.read()));
            file(true).ifPresent(file -> practised.addAll(file.read()));
        }
        host = server;
        arrange();
    }

    @Override
    public void add(Instant time, String line) {
        boolean secret = Discretion.secret(line);
        if (line.isBlank() || secret && !remembering.masked()) {
            return;
        }
        Recalled recalled = new Recalled(time, host, secret ? Discretion.masked(line) : line);
        super.add(time, recalled.line());
        if (remembering.folder().isEmpty()) {
            return;
        }
        lines().add(recalled);
        file(practising()).ifPresent(file -> file.add(recalled));
    }

    // The lines of this server last: they are nearest.
    private void arrange() {
        forget();
        for (boolean ours : new boolean[] {false, true}) {
            here = last() + 1;
            for (Recalled line : lines()) {
                if (line.host().equals(host) == ours) {
                    internalAdd(line.at(), line.line());
                }
            }
        }
        moveToEnd();
    }

    /** Whether looking back by search is to find the lines for this server alone. */
    void onlyHere(boolean wanted) {
        onlyHere = wanted;
    }

    @Override
    public Iterator<Entry> reverseIterator(int from) {
        List<Entry> found = new ArrayList<>();
        super.reverseIterator(from).forEachRemaining(entry -> {
            if (!onlyHere || entry.index() >= here) {
                found.add(entry);
            }
        });
        return found.iterator();
    }

    private void forget() {
        try {
            purge();
        } catch (IOException e) {
            throw new UncheckedIOException("a history without a file of JLine's cannot fail", e);
        }
    }

    private List<Recalled> lines() {
        return practising() ? practised : all;
    }

    private boolean practising() {
        return host.startsWith(PRACTICE);
    }

    private Optional<HistoryFile> file(boolean practice) {
        return remembering.folder().map(folder -> new HistoryFile(path(folder, practice)));
    }

    private static Path path(Path folder, boolean practice) {
        return folder.resolve(practice ? "history-practice" : "history");
    }
}
