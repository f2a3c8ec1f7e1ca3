package dev.smtpsh.terminal;

import dev.smtpsh.shell.Shell;
import dev.smtpsh.shell.assist.Candidate;
import dev.smtpsh.shell.assist.Completion;
import dev.smtpsh.shell.assist.Hint;
import java.util.List;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Asks the shell what could come next; never the network. */
final class Assistant implements Completer {
    private static final String MARK = "...";
    // Two brackets and a blank, and one column at the end that stays free.
    private static final int AROUND = 4;

    private final Shell shell;
    private final boolean suggestions;
    private final boolean hints;

    Assistant(Shell shell, boolean suggestions, boolean hints) {
        this.shell = shell;
        this.suggestions = suggestions;
        this.hints = hints;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<org.jline.reader.Candidate> candidates) {
        if (!shell.speaksCommands()) {
            return;
        }
        String text = line.line().substring(0, line.cursor());
        int columns = reader.getTerminal().getWidth();
        int order = 0;
        for (Candidate found : new Completion(shell.memory()).of(text)) {
            String about = found.about().isEmpty() ? null : shortened(found, columns);
            candidates.add(new org.jline.reader.Candidate(
                    found.value(), found.value(), found.group(), about, null, null, found.complete(), order++));
        }
    }

    // JLine would cut it too, with a mark that not every terminal can show.
    private static String shortened(Candidate candidate, int columns) {
        int room = Math.max(MARK.length(), columns - candidate.value().length() - AROUND);
        String about = candidate.about();
        return about.length() <= room ? about : about.substring(0, room - MARK.length()) + MARK;
    }

    boolean hints() {
        return hints;
    }

    /** What the suggestion would add to what is typed; empty if nothing. */
    String rest(String typed) {
        return suggestions && shell.speaksCommands()
                ? shell.suggestion().rest(typed).orElse("")
                : "";
    }

    Hint hint(String typed) {
        return shell.speaksCommands()
                ? Hint.of(typed, shell.memory().state())
                : Hint.ofNoCommand(shell.memory().state());
    }
}
