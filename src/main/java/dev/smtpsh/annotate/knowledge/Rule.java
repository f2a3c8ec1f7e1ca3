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
