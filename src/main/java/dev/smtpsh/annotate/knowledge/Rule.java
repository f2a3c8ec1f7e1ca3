package dev.smtpsh.annotate.knowledge;

import dev.smtpsh.annotate.Actor;
import dev.smtpsh.annotate.Confidence;
import dev.smtpsh.annotate.Reason;
import dev.smtpsh.annotate.Retry;
import dev.smtpsh.annotate.Scope;
import dev.smtpsh.annotate.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One rule, see {@code docs/rules.md}: when it holds, and what is said then. */
public record Rule(String id, Conditions when, Meaning says) {
    /** What a rule knows of whose words it explains: the first that counts when rules are compared, ascending. */
    public enum Standing {
        /** It asks for nothing in the text. */
        WORDLESS,
        /** It owns to be a guess from the words. */
        GUESS,
        /** Words of nobody in particular. */
        WORDS,
        /** Those of a software. */
        SOFTWARE,
        /** Those of a provider's list, whoever quotes it. */
        LIST,
        /** Those of a provider. */
        PROVIDER
    }

    Standing standing() {
        if (!when.readsText()) {
            return Standing.WORDLESS;
        }
        if (says.confidence() == Confidence.GUESS) {
            return Standing.GUESS;
        }
        if (says.provider().isEmpty()) {
            return says.software().isEmpty() ? Standing.WORDS : Standing.SOFTWARE;
        }
        return says.list() ? Standing.LIST : Standing.PROVIDER;
    }

    /**
     * As much of a rule as it takes to see whether it holds.
     *
     * @param needed numbers of words: of each set the text must contain one, or the pattern need not be tried
     * @param end where in the pressed rules its meaning begins
     */
    public record Premise(Standing standing, Conditions when, List<int[]> needed, int end) {}

    /**
     * What a rule says.
     *
     * @param retryAfter how long before a retry makes sense
     * @param permanent the truth where the rule gives it; otherwise the reply code tells
     * @param verdict the verdict where the rule gives it; otherwise reply code and stage tell
     * @param provider whose wording it is
     * @param software whose wording it is
     * @param list whether the provider is a block list: named in a reply, and not the one who replies
     */
    public record Meaning(
            String title,
            Optional<Reason> reason,
            String meaning,
            Optional<String> deliverability,
            Actor who,
            List<String> fixes,
            Retry retry,
            Optional<Duration> retryAfter,
            Optional<Boolean> permanent,
            Optional<Verdict> verdict,
            boolean suppress,
            Scope scope,
            Confidence confidence,
            Optional<String> provider,
            Optional<String> software,
            boolean list,
            List<String> references) {
        public Meaning {
            fixes = List.copyOf(fixes);
            references = List.copyOf(references);
        }

        /** Whether the rule knows whose wording it explains. */
        public boolean attributed() {
            return provider.isPresent() || software.isPresent();
        }
    }
}
