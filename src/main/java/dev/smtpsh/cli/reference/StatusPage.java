package dev.smtpsh.cli.reference;

import dev.smtpsh.annotate.knowledge.Rule;
import dev.smtpsh.annotate.knowledge.RuleFiles.Written;
import dev.smtpsh.annotate.knowledge.StatusPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The table of enhanced status codes, taken apart by class, subject and detail. */
final class StatusPage {
    private static final List<String> SUBJECTS = List.of(
            "x.0: nothing more is told",
            "x.1: addresses",
            "x.2: the recipient's mailbox",
            "x.3: the mail system that takes the message",
            "x.4: the network and the way",
            "x.5: the protocol",
            "x.6: the message and its form",
            "x.7: security and policy");

    private final Catalogue catalogue;

    StatusPage(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Where the page explains a subject. */
    static String anchor(int subject) {
        return subject < SUBJECTS.size() ? "#" + Markdown.anchor(SUBJECTS.get(subject)) : "";
    }

    String write() {
        Markdown page = new Markdown("Enhanced status codes");
        page.paragraph(
                "An enhanced status code is `class.subject.detail`, at the beginning of a reply's text or in the Status"
                        + " field of a bounce ("
                        + Citation.link("RFC 3463 2") + "). Ask for any with `smtpsh explain 5.7.1`. "
                        + Markdown.link("All replies", "README.md"));
        page.section("The class");
        page.table(
                List.of("class", "meaning"),
                List.of(
                        List.of("2.x.x", "Success."),
                        List.of("4.x.x", "A temporary failure: the same may succeed later."),
                        List.of("5.x.x", "A permanent failure: the same will fail again.")));
        page.paragraph(
                "The class should agree with the first digit of the reply code. Where it does not, programs follow"
                        + " the reply code.");
        for (int subject = 0; subject < SUBJECTS.size(); subject++) {
            subject(subject, page);
        }
        return page.page();
    }

    private void subject(int subject, Markdown page) {
        page.section(SUBJECTS.get(subject));
        List<List<String>> rows = new ArrayList<>();
        catalogue.statusRules().stream()
                .filter(written -> first(written).subject() == subject)
                .sorted(Comparator.comparing((Written written) -> first(written).detail())
                        .thenComparing(written -> first(written).statusClass()))
                .forEach(written -> rows.add(row(written.rule())));
        page.table(List.of("code", "means", "who acts", "first thing to do"), rows);
    }

    private static StatusPattern first(Written written) {
        return written.rule().when().statuses().get(0);
    }

    private static List<String> row(Rule rule) {
        Rule.Meaning says = rule.says();
        String codes = rule.when().statuses().stream()
                .map(StatusPage::written)
                .map(Markdown::code)
                .collect(Collectors.joining(", "));
        String fix = says.fixes().isEmpty() ? "" : Markdown.advice(says.fixes().get(0));
        return List.of(
                codes,
                "**" + Markdown.escaped(says.title()) + "**. " + Markdown.escaped(says.meaning()),
                says.who().words(),
                fix);
    }

    private static String written(StatusPattern status) {
        return part(status.statusClass()) + "." + part(status.subject()) + "." + part(status.detail());
    }

    private static String part(int part) {
        return part == StatusPattern.ANY ? "x" : Integer.toString(part);
    }
}
