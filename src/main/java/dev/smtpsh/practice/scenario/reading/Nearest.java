package dev.smtpsh.practice.scenario.reading;

import dev.smtpsh.smtp.command.Spelling;
import java.util.Collection;

/** Hints in complaints about words that are not known. */
public final class Nearest {
    private Nearest() {}

    /** What to write in a complaint: "did you mean" or all there is. */
    public static String hint(String word, Collection<String> known) {
        return Spelling.nearest(word, known)
                .map(meant -> "did you mean `" + meant + "`?")
                .orElse("use one of: " + String.join(", ", known));
    }
}
