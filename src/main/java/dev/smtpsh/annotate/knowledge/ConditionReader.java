package dev.smtpsh.annotate.knowledge;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.smtpsh.annotate.circumstance.Circumstance;
import dev.smtpsh.annotate.words.Words;
import dev.smtpsh.datafile.Complaint;
import dev.smtpsh.datafile.Datum;
import dev.smtpsh.smtp.state.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the {@code when} of a rule. */
final class ConditionReader {
    static final String NO_STATUS = "none";

    private static final List<String> KEYS =
            List.of("stage", "code", "status", "text", "all", "not", "pattern", "provider", "software", "session");
    // Two characters occur in nearly every text; a rule that starts from them says nothing.
    static final int SHORTEST_LITERAL = 3;

    private ConditionReader() {}

    static Conditions read(Datum datum, List<Complaint> complaints) {
        int before = complaints.size();
        RuleEntry entry = RuleEntry.of(datum, KEYS, complaints);
        List<String> statuses = entry.words("status");
        Conditions conditions = new Conditions(
                stages(entry),
                entry.each("code", CodePattern::read, "write three digits, `x` for any: 450, 45x, 4xx"),
                statuses(entry),
                statuses.contains(NO_STATUS),
                literals(entry, "text", SHORTEST_LITERAL),
                literals(entry, "all", SHORTEST_LITERAL),
                literals(entry, "not", 1),
                pattern(entry),
                entry.words("provider"),
                entry.words("software"),
                Set.copyOf(circumstances(entry)));
        if (conditions.none() && complaints.size() == before) {
            entry.complain(entry.place(), "no condition", "say at least a `code`, a `status` or a `text`");
        }
        return conditions;
    }

    static List<Circumstance> circumstances(RuleEntry entry) {
        return entry.choices("session", Circumstance.values(), Circumstance::label);
    }

    private static Set<Stage> stages(RuleEntry entry) {
        return Set.copyOf(entry.choices("stage", Stage.values(), Stage::label));
    }

    private static List<StatusPattern> statuses(RuleEntry entry) {
        List<StatusPattern> statuses = new ArrayList<>();
        for (Datum.Text text : entry.texts("status")) {
            if (text.value().equals(NO_STATUS)) {
                continue;
            }
            Optional<StatusPattern> status = StatusPattern.read(text.value());
            if (status.isEmpty()) {
                entry.complain(
                        text.place(),
                        "`" + text.value() + "` is no value of `status`",
                        "write 5.7.1, x.7.1, 5.7.x or none; the class is 2, 4, 5 or x");
            }
            status.ifPresent(statuses::add);
        }
        return statuses;
    }

    private static List<Conditions.Literal> literals(RuleEntry entry, String key, int shortest) {
        List<Conditions.Literal> literals = new ArrayList<>();
        for (Datum.Text text : entry.texts(key)) {
            String folded = Words.fold(text.value());
            if (folded.length() < shortest) {
                entry.complain(
                        text.place(),
                        "`" + text.value() + "` is too short to tell anything",
                        "give at least " + shortest + " characters");
            }
            literals.add(new Conditions.Literal(folded, -1));
        }
        return literals;
    }

    private static Optional<String> pattern(RuleEntry entry) {
        Optional<String> pattern = entry.text("pattern");
        if (pattern.isPresent()) {
            try {
                Pattern.compile(pattern.get(), Pattern.CASE_INSENSITIVE);
            } catch (PatternSyntaxException e) {
                String title = "`pattern` is no RE2 expression: " + e.getDescription();
                entry.complain(entry.placeOf("pattern"), title, "see github.com/google/re2/wiki/Syntax");
                return Optional.empty();
            }
        }
        return pattern;
    }
}
