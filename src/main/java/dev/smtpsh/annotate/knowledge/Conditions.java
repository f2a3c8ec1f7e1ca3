package dev.smtpsh.annotate.knowledge;

import dev.smtpsh.annotate.circumstance.Circumstance;
import dev.smtpsh.smtp.state.Stage;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * When a rule holds: all of it must. An empty list is no condition.
 *
 * @param withoutStatus whether a reply without enhanced status code fits too, or alone if no statuses are given
 * @param text one of these occurs
 * @param all each of these occurs
 * @param not none of these occurs
 * @param pattern an RE2 expression found in the text
 * @param session all of these are true of the conversation
 */
public record Conditions(
        Set<Stage> stages,
        List<CodePattern> codes,
        List<StatusPattern> statuses,
        boolean withoutStatus,
        List<Literal> text,
        List<Literal> all,
        List<Literal> not,
        Optional<String> pattern,
        List<String> providers,
        List<String> software,
        Set<Circumstance> session) {
    public Conditions {
        stages = Set.copyOf(stages);
        codes = List.copyOf(codes);
        statuses = List.copyOf(statuses);
        text = List.copyOf(text);
        all = List.copyOf(all);
        not = List.copyOf(not);
        providers = List.copyOf(providers);
        software = List.copyOf(software);
        // In the order of the enumeration, so that evidence always reads the same.
        session = session.isEmpty() ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(session));
    }

    /**
     * A string to be found, folded as {@link RuleBook#fold} does.
     *
     * @param number its number in a {@link RuleBook}; -1 in a rule that was read and not pressed
     */
    public record Literal(String folded, int number) {}

    /** Whether finding words in the text is what this rule starts from. */
    boolean startsFromWords() {
        return !text.isEmpty() || !all.isEmpty();
    }

    /** Whether it asks for anything in the text. */
    public boolean readsText() {
        return startsFromWords() || pattern.isPresent();
    }

    boolean none() {
        return stages.isEmpty()
                && codes.isEmpty()
                && statuses.isEmpty()
                && !withoutStatus
                && !readsText()
                && providers.isEmpty()
                && software.isEmpty()
                && session.isEmpty();
    }
}
