package dev.smtpsh.shell.assist;

import dev.smtpsh.script.syntax.Subject;
import dev.smtpsh.script.syntax.Subject.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can follow in a line of a script: subjects to ask about, and what they are compared by. */
final class ScriptCompletion {
    private static final String ASKED = "can be asked";

    private ScriptCompletion() {}

    /** Whether a line as typed so far is one of a script. */
    static boolean meant(String before) {
        return before.matches("[~0-9?].*|(?i:expect|any)(\\s.*)?|(?i:let)\\s+\\S+\\s*=.*");
    }

    /** The candidates for the word after what was typed before. */
    static List<Candidate> after(String before) {
        String line = before.startsWith("~") ? before.substring(1).strip() : before;
        if (line.startsWith("?")) {
            return asked(line.substring(1).strip().replaceFirst("^not(\\s+|$)", ""), !line.matches("\\?\\s*not.*"));
        }
        if (line.matches("(?i)let\\s.*")) {
            List<Candidate> all =
                    new ArrayList<>(asked(line.substring(line.indexOf('=') + 1).strip(), false));
            all.add(new Candidate("match", ASKED, "what an expression found: match 1", true));
            return all;
        }
        boolean within = line.contains(" within ");
        return within ? words("every") : words("or", "within");
    }

    private static List<Candidate> asked(String begun, boolean negatable) {
        List<Candidate> all = new ArrayList<>();
        if (begun.isEmpty() && negatable) {
            all.add(new Candidate("not", ASKED, "the opposite", true));
        }
        Optional<Subject> whole = Subject.named(begun);
        if (whole.isPresent() && whole.get().most() == 0 && negatable) {
            return operators(whole.get());
        }
        for (String word : Subject.after(begun)) {
            String label = (begun + " " + word).strip();
            all.add(new Candidate(
                    word, ASKED, Subject.named(label).map(Subject::about).orElse(""), true));
        }
        return all;
    }

    private static List<Candidate> operators(Subject subject) {
        if (subject.type() == Type.FACT) {
            return List.of();
        }
        return subject.type() == Type.TEXT
                ? words("==", "!=", "~", "contains", "startswith", "in")
                : words("==", "!=", "<", "<=", ">", ">=", "in");
    }

    private static List<Candidate> words(String... words) {
        List<Candidate> all = new ArrayList<>();
        for (String word : words) {
            all.add(new Candidate(word, "script", "", true));
        }
        return all;
    }
}
