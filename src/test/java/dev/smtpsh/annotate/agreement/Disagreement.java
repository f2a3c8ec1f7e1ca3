package dev.smtpsh.annotate.agreement;

import java.util.Comparator;

/** A line of which the collection says one thing and smtpsh another. */
record Disagreement(String line, String theirs, String ours) implements Comparable<Disagreement> {
    Disagreement {
        // As it can stand between backticks in one line of Markdown.
        line = line.replaceAll("\\s+", " ")
                .replaceAll("[^ -~]", "?")
                .replace('`', '\'')
                .strip();
    }

    /** As docs/agreement.md has it, up to the judgement. */
    String written() {
        return "- `" + line + "`  \n  the collection: `" + theirs + "`; smtpsh: `" + ours + "`.";
    }

    @Override
    public int compareTo(Disagreement other) {
        return Comparator.comparing(Disagreement::theirs)
                .thenComparing(Disagreement::ours)
                .thenComparing(Disagreement::line)
                .compare(this, other);
    }
}
