package dev.smtpsh.annotate.matching;

import dev.smtpsh.annotate.Retry;
import dev.smtpsh.annotate.Verdict;
import dev.smtpsh.annotate.knowledge.CodePattern;
import dev.smtpsh.annotate.knowledge.Rule;
import dev.smtpsh.smtp.state.Stage;
import java.util.Optional;

/** How it went: what the rule says, or else what the reply code means at this moment (RFC 5321 4.2.1, 4.3.2). */
final class Verdicts {
    private static final int CLOSING = 221;
    private static final int SHUTTING_DOWN = 421;

    private Verdicts() {}

    static Verdict of(Facts facts, Rule rule) {
        if (rule.says().verdict().isPresent()) {
            return rule.says().verdict().get();
        }
        return facts.replied() ? ofReply(facts) : ofWords(facts, rule);
    }

    static boolean permanent(Facts facts, Rule rule) {
        if (rule.says().permanent().isPresent()) {
            return rule.says().permanent().get();
        }
        if (facts.code() != Facts.NO_CODE) {
            return facts.code() / 100 == 5 ? !passes(rule) : facts.code() / 100 == 4 && stays(rule);
        }
        return facts.status().isPresent()
                ? facts.status().get().statusClass() == 5
                : !facts.replied() && of(facts, rule) == Verdict.REFUSED;
    }

    // Who knows the words knows better than the first digit whether it passes.
    private static boolean passes(Rule rule) {
        return rule.when().readsText() && rule.says().retry() == Retry.LATER;
    }

    private static boolean stays(Rule rule) {
        return rule.when().readsText() && rule.says().retry() == Retry.NO;
    }

    static Verdict ofReply(Facts facts) {
        if (facts.code() == SHUTTING_DOWN) {
            return Verdict.CLOSED;
        }
        return switch (facts.code() == Facts.NO_CODE ? 0 : facts.code() / 100) {
            case 2 -> done(facts);
            // Only DATA and AUTH are answered by 3yz (RFC 5321 4.3.2, RFC 4954 4); nobody knows what else asks for.
            case 3 ->
                in(facts, Stage.DATA)
                                || in(facts, Stage.AUTH)
                                || in(facts, Stage.OTHER)
                                || facts.stage().isEmpty()
                        ? Verdict.GO_ON
                        : Verdict.BROKEN;
            case 4 -> Verdict.TRY_LATER;
            case 5 -> Verdict.REFUSED;
            default -> Verdict.BROKEN;
        };
    }

    private static Verdict done(Facts facts) {
        if (facts.code() == CLOSING && facts.stage().isPresent() && !in(facts, Stage.QUIT)) {
            return Verdict.CLOSED;
        }
        // RFC 5321 4.3.2: DATA has no 2yz; RFC 5321 4.2: nothing is answered that was not asked.
        return in(facts, Stage.DATA) || in(facts, Stage.UNASKED) ? Verdict.BROKEN : Verdict.OK;
    }

    private static boolean in(Facts facts, Stage stage) {
        return facts.stage().isPresent() && facts.stage().get() == stage;
    }

    private static Verdict ofWords(Facts facts, Rule rule) {
        int severity = facts.status().isPresent() ? facts.status().get().statusClass() : severity(rule);
        return switch (severity) {
            case 2 -> Verdict.OK;
            case 3 -> Verdict.GO_ON;
            case 4 -> Verdict.TRY_LATER;
            case 5 -> Verdict.REFUSED;
            default ->
                rule.says().retry() == Retry.LATER
                        ? Verdict.TRY_LATER
                        : rule.says().retry() == Retry.NOT_NEEDED ? Verdict.OK : Verdict.REFUSED;
        };
    }

    /** The first digit that all codes of a rule share, or 0. */
    private static int severity(Rule rule) {
        int shared = 0;
        for (CodePattern code : rule.when().codes()) {
            Optional<Integer> digit = code.severity();
            if (digit.isEmpty() || (shared != 0 && shared != digit.get())) {
                return 0;
            }
            shared = digit.get();
        }
        return shared;
    }
}
