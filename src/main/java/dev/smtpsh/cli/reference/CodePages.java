package dev.smtpsh.cli.reference;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Explainer;
import dev.smtpsh.annotate.Explanation.AtStage;
import dev.smtpsh.annotate.Explanation.Explained;
import dev.smtpsh.annotate.Symptom.TextSymptom;
import dev.smtpsh.annotate.matching.Pages;
import dev.smtpsh.cli.reference.Catalogue.Shelf;
import dev.smtpsh.render.Words;
import dev.smtpsh.smtp.reply.EnhancedStatus;
import dev.smtpsh.smtp.reply.ReplyCode;
import dev.smtpsh.smtp.state.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** A page for each reply code: what it means by itself, at every moment, and in whose words. */
final class CodePages {
    private final Catalogue catalogue;
    private final Explainer explainer;

    CodePages(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.explainer = new Explainer(catalogue.annotator(), () -> {
            throw new IllegalStateException("a code is no topic");
        });
    }

    void write(SortedMap<String, String> pages) {
        for (ReplyCode code : catalogue.codes()) {
            pages.put(Pages.code(code.value()), page(code));
        }
    }

    /** What a code means by itself. */
    Annotation general(ReplyCode code) {
        return explained(code).annotations().get(0);
    }

    private Explained explained(ReplyCode code) {
        return (Explained) explainer.explain(code.toString());
    }

    private String page(ReplyCode code) {
        Explained explained = explained(code);
        Annotation best = explained.annotations().get(0);
        Markdown page = new Markdown(code + " " + best.title());
        page.paragraph("**" + best.verdict().words() + ".** " + Markdown.escaped(best.meaning()));
        page.paragraph("In a terminal: `smtpsh explain " + code + "`. " + Markdown.link("All replies", "README.md"));
        best.deliverability().ifPresent(words -> {
            page.section("What it does to delivery and reputation");
            page.paragraph(Markdown.escaped(words));
        });
        page.section("What to do");
        page.paragraph("**Who acts:** " + Words.who(best));
        page.steps(best.fixes().stream().map(Markdown::advice).toList());
        page.paragraph("**Again:** " + Words.retry(best.retry(), best.retryAfter())
                + (best.suppress() ? " Send nothing more to the address." : ""));
        digits(explained, page);
        moments(explained, page);
        statuses(code, page);
        speakers(code, page);
        page.section("Read");
        page.bullets(best.references().stream().map(Citation::link).toList());
        return page.page();
    }

    private static void digits(Explained explained, Markdown page) {
        page.section("Its digits");
        page.bullets(explained.digits().stream()
                .map(digit -> Markdown.code(digit.part()) + " " + Markdown.escaped(digit.meaning()))
                .toList());
    }

    private static void moments(Explained explained, Markdown page) {
        page.section("At each moment");
        Annotation best = explained.annotations().get(0);
        List<List<String>> rows = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            Optional<Annotation> there = explained.stages().stream()
                    .filter(at -> at.stage() == stage)
                    .map(AtStage::annotation)
                    .findFirst();
            String moment = Phrases.moment(stage);
            rows.add(List.of(
                    there.isPresent() ? Markdown.link(moment, "#" + Markdown.anchor(moment)) : moment,
                    there.orElse(best).verdict().words(),
                    there.map(annotation -> Markdown.escaped(annotation.title()))
                            .orElse("as above")));
        }
        page.table(List.of("moment", "outcome", "meaning"), rows);
        explained.stages().forEach(at -> moment(at, page));
    }

    private static void moment(AtStage at, Markdown page) {
        Annotation there = at.annotation();
        page.heading(Phrases.moment(at.stage()));
        page.paragraph(
                "**" + Words.sentence(Markdown.escaped(there.title())) + "** " + Markdown.escaped(there.meaning()));
        there.deliverability().ifPresent(words -> page.paragraph(Markdown.escaped(words)));
        page.paragraph("**Who acts:** " + Words.who(there));
        page.steps(there.fixes().stream().map(Markdown::advice).toList());
        page.paragraph("**Again:** " + Words.retry(there.retry(), there.retryAfter()) + " **Read:** "
                + Citation.links(there.references()) + ". **Rule:** " + Markdown.code(there.rule()));
    }

    private void statuses(ReplyCode code, Markdown page) {
        List<List<String>> rows = new ArrayList<>();
        for (EnhancedStatus status : catalogue.statusesWith(code)) {
            Annotation meaning = catalogue
                    .annotator()
                    .annotate(new TextSymptom(Optional.of(status), ""))
                    .get(0);
            String link = Markdown.link(status.toString(), "status.md" + StatusPage.anchor(status.subject()));
            rows.add(List.of(link, Markdown.escaped(meaning.title())));
        }
        if (!rows.isEmpty()) {
            page.section("Enhanced status codes seen with it");
            page.table(List.of("code", "by itself it means"), rows);
        }
    }

    private void speakers(ReplyCode code, Markdown page) {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<Shelf, Long> entry : catalogue.shelvesWith(code).entrySet()) {
            String path = entry.getKey().page().substring(Pages.FOLDER.length());
            String kind = path.startsWith("reasons/") ? "many servers: " : "";
            rows.add(List.of(
                    kind + Markdown.link(entry.getKey().name(), path),
                    entry.getValue().toString()));
        }
        if (!rows.isEmpty()) {
            page.section("Whose words come with it");
            page.table(List.of("who", "wordings known"), rows);
        }
    }
}
