package dev.smtpsh.annotate;

import dev.smtpsh.annotate.circumstance.Circumstance;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One explanation of a reply.
 *
 * @param rule the id of the rule it comes from
 * @param page where the reference tells more: a path within the distribution
 * @param reason empty where nothing was refused
 * @param deliverability what it does to a sender; empty where the rule does not say
 * @param fixes one to three imperative steps
 * @param retryAfter how long before a retry makes sense
 * @param permanent whether the refusal is permanent in truth, whatever the first digit says
 * @param suppress whether mail to the address should stop
 * @param provider whose wording it is
 * @param references RFC and section, or a page
 * @param evidence what was matched, in words: {@code text "greylist"}, {@code status 4.7.1}, {@code code 451}
 * @param here what of the conversation it rests on, each with a sentence; empty where only the reply counts
 */
public record Annotation(
        String rule,
        String page,
        Verdict verdict,
        String title,
        Optional<Reason> reason,
        String meaning,
        Optional<String> deliverability,
        Actor who,
        List<String> fixes,
        Retry retry,
        Optional<Duration> retryAfter,
        boolean permanent,
        boolean suppress,
        Scope scope,
        Confidence confidence,
        Optional<String> provider,
        List<String> references,
        List<String> evidence,
        Map<Circumstance, String> here) {
    public Annotation {
        fixes = List.copyOf(fixes);
        references = List.copyOf(references);
        evidence = List.copyOf(evidence);
        here = here.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(here));
    }

    /** The same in which all that quotes server or client, evidence and sentences, went through {@code change}. */
    public Annotation quoting(UnaryOperator<String> change) {
        Map<Circumstance, String> changed = new EnumMap<>(Circumstance.class);
        here.forEach((circumstance, words) -> changed.put(circumstance, change.apply(words)));
        return new Annotation(
                rule,
                page,
                verdict,
                title,
                reason,
                meaning,
                deliverability,
                who,
                fixes,
                retry,
                retryAfter,
                permanent,
                suppress,
                scope,
                confidence,
                provider,
                references,
                evidence.stream().map(change).toList(),
                changed);
    }
}
