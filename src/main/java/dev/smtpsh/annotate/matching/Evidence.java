package dev.smtpsh.annotate.matching;

import dev.smtpsh.annotate.circumstance.Circumstance;
import dev.smtpsh.annotate.knowledge.Conditions;
import dev.smtpsh.annotate.knowledge.Conditions.Literal;
import dev.smtpsh.annotate.knowledge.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What spoke for a rule, in words. */
final class Evidence {
    private static final int MOST_TEXT = 80;

    private Evidence() {}

    static List<String> of(Match match, Facts facts, BitSet words) {
        Rule rule = match.rule();
        Conditions when = rule.when();
        List<String> evidence = new ArrayList<>(4);
        if (!when.text().isEmpty()) {
            evidence.add(quoted(Match.longest(when.text(), words)));
        }
        for (Literal literal : when.all()) {
            evidence.add(quoted(literal.folded()));
        }
        if (!match.found().isEmpty()) {
            evidence.add(quoted(match.found()));
        }
        if (match.byStatus()) {
            evidence.add(
                    facts.status().isPresent()
                            ? "status ".concat(facts.status().get().toString())
                            : "no enhanced status code");
        }
        addCircumstances(rule, facts, evidence);
        return evidence;
    }

    private static void addCircumstances(Rule rule, Facts facts, List<String> evidence) {
        Conditions when = rule.when();
        if (!when.codes().isEmpty() && facts.code() != Facts.NO_CODE) {
            String digits = Integer.toString(facts.code());
            evidence.add("code ".concat("000".substring(digits.length())).concat(digits));
        }
        if (!when.stages().isEmpty() && facts.stage().isPresent()) {
            evidence.add("stage ".concat(facts.stage().get().label()));
        }
        if (!when.session().isEmpty()) {
            StringBuilder session = new StringBuilder("session");
            for (Circumstance circumstance : when.session()) {
                session.append(session.length() == 7 ? " " : ", ").append(circumstance.label());
            }
            evidence.add(session.toString());
        }
        if (!when.providers().isEmpty() || Match.spokenBy(rule.says().provider(), facts.provider())) {
            evidence.add("provider ".concat(facts.provider().orElse("")));
        }
        if (!when.software().isEmpty() || Match.spokenBy(rule.says().software(), facts.software())) {
            evidence.add("software ".concat(facts.software().orElse("")));
        }
    }

    private static String quoted(String text) {
        String shown =
                text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT).concat("...");
        return "text \"".concat(shown).concat("\"");
    }
}
