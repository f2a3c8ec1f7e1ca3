package dev.smtpsh.terminal;

import dev.smtpsh.shell.Shell;
import dev.smtpsh.shell.assist.Candidate;
import dev.smtpsh.shell.assist.Completion;
import dev.smtpsh.shell.assist.Emphasis;
import dev.smtpsh.shell.assist.Hint;
import java.util.List;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Asks the shell what could come next; never the network. */
final class Assistant implements Completer {
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
        int order = 0;
        for (Candidate found : new Completion(shell.memory()).of(text)) {
            String about = found.about().isEmpty() ? null : found.about();
            candidates.add(new org.jline.reader.Candidate(
                    found.value(), found.value(), found.group(), about, null, null, found.complete(), order++));
        }
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
        return shell.hint(typed);
    }

    List<Emphasis> emphases(String typed) {
        return shell.emphases(typed);
    }

    boolean commands() {
        return shell.speaksCommands();
    }
}
