package dev.smtpsh.cli.reference;

import dev.smtpsh.annotate.Confidence;
import dev.smtpsh.annotate.knowledge.Conditions.Literal;
import dev.smtpsh.annotate.knowledge.Rule;
import dev.smtpsh.annotate.knowledge.RuleFiles.Written;
import dev.smtpsh.render.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One wording on a page: what it looks like, what it means, what to do. */
final class Entry {
    private static final int MOST_WORDS = 6;

    private Entry() {}

    /** Writes what stands below the wording's heading. */
    static void write(Written written, Markdown page) {
        Rule.Meaning says = written.rule().says();
        page.verbatim(written.examples().get(0).reply());
        page.paragraph(Markdown.escaped(says.meaning()));
        says.deliverability().ifPresent(words -> page.paragraph(Markdown.escaped(words)));
        List<String> facts = new ArrayList<>();
        facts.add("**Who acts:** " + says.who().words());
        facts.addAll(fixes(says.fixes()));
        facts.add("**Again:** " + Words.retry(says.retry(), says.retryAfter()));
        if (says.suppress()) {
            facts.add("**Address:** Send nothing more to it.");
        }
        says.permanent().ifPresent(stays -> facts.add("**In truth:** " + (stays ? "permanent." : "temporary.")));
        if (says.confidence() != Confidence.CERTAIN) {
            facts.add("**Sure:** " + says.confidence().label());
        }
        facts.add("**Rule:** " + Markdown.code(written.rule().id()) + looksFor(written.rule()));
        facts.add("**Read:** " + Citation.links(says.references()));
        page.bullets(facts);
    }

    private static List<String> fixes(List<String> fixes) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < fixes.size(); i++) {
            lines.add((fixes.size() > 1 ? "**Fix " + (i + 1) + ":** " : "**Fix:** ") + Markdown.advice(fixes.get(i)));
        }
        return lines;
    }

    private static String looksFor(Rule rule) {
        List<Literal> words =
                rule.when().text().isEmpty() ? rule.when().all() : rule.when().text();
        if (words.isEmpty()) {
            return "";
        }
        String more = words.size() > MOST_WORDS ? " and " + (words.size() - MOST_WORDS) + " more" : "";
        return words.stream()
                .limit(MOST_WORDS)
                .map(word -> Markdown.code(word.folded()))
                .collect(Collectors.joining(", ", ", looks for ", more));
    }
}
