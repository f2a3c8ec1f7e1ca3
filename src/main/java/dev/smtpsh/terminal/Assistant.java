package dev.smtpsh.terminal;

import dev.smtpsh.config.Settings;
import dev.smtpsh.shell.Shell;
import dev.smtpsh.shell.assist.Candidate;
import dev.smtpsh.shell.assist.Completion;
import dev.smtpsh.shell.assist.Emphasis;
import dev.smtpsh.shell.assist.Hint;
import java.util.List;
import java.util.ListIterator;
import java.util.function.Supplier;
import org.jline.reader.Completer;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Asks the shell what could come next; never the network. */
final class Assistant implements Completer {
    private final Shell shell;
    private final Comfort comfort;
    private final Supplier<Settings> settings;

    /**
     * @param comfort what the terminal can offer
     * @param settings what of that is wanted, which may change
     */
    Assistant(Shell shell, Comfort comfort, Supplier<Settings> settings) {
        this.shell = shell;
        this.comfort = comfort;
        this.settings = settings;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<org.jline.reader.Candidate> candidates) {
        if (!shell.speaksCommands()) {
            return;
        }
        String text = line.line().substring(0, line.cursor());
        int order = 0;
        for (Candidate found : new Completion(shell.memory()).of(text)) {
            String about = found.about().isEmpty() ? null : found.about();
            candidates.add(new org.jline.reader.Candidate(
                    found.value(), found.value(), found.group(), about, null, null, found.complete(), order++));
        }
    }

    boolean hints() {
        return comfort.hints() && settings.get().hints();
    }

    /** What the suggestion would add to what is typed; empty if nothing. */
    String rest(String typed, History history) {
        if (!comfort.suggestions() || !shell.speaksCommands()) {
            return "";
        }
        return switch (settings.get().suggest()) {
            case PROTOCOL -> shell.suggestion().rest(typed).orElse("");
            case HISTORY -> typed.isEmpty() ? "" : remembered(typed, history);
            case OFF -> "";
        };
    }

    // The latest line that begins alike; the server of now has the latest ones.
    private static String remembered(String typed, History history) {
        ListIterator<History.Entry> entries = history.iterator(history.last() + 1);
        while (entries.hasPrevious()) {
            String line = entries.previous().line();
            if (line.startsWith(typed) && line.indexOf('\n') < 0) {
                return line.substring(typed.length());
            }
        }
        return "";
    }

    Hint hint(String typed) {
        return shell.hint(typed);
    }

    List<Emphasis> emphases(String typed) {
        return shell.emphases(typed);
    }

    boolean commands() {
        return shell.speaksCommands();
    }
}
