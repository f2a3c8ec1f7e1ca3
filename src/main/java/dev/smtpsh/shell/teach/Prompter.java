package dev.smtpsh.shell.teach;

import dev.smtpsh.shell.ask.Questions.Reach;
import dev.smtpsh.shell.talk.Desk;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Whispers the lines of a solution: each is put on the prompt, and the next one when it was sent. */
final class Prompter {
    private final Desk desk;
    private final Deque<String> lines = new ArrayDeque<>();

    Prompter(Desk desk) {
        this.desk = desk;
    }

    void whisper(List<String> solution) {
        lines.clear();
        lines.addAll(solution);
        if (desk.questions().reach() != Reach.PROMPT) {
            lines.clear();
            desk.face().note("Type:");
            solution.forEach(line -> desk.face().note("  " + line));
        } else if (!lines.isEmpty()) {
            desk.prefill(lines.element());
        }
    }

    /** A line was typed: goes on if it was the one on the prompt, and stops if the learner has his own idea. */
    void typed(String line) {
        if (lines.isEmpty()) {
            return;
        }
        if (!lines.remove().equals(line)) {
            lines.clear();
        } else if (!lines.isEmpty()) {
            desk.prefill(lines.element());
        }
    }

    void stop() {
        lines.clear();
    }

    /** Something else is asked now: takes back what stands on the prompt too. */
    void hush() {
        if (!lines.isEmpty()) {
            lines.clear();
            desk.prefill("");
        }
    }
}
