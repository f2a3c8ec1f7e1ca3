package dev.smtpsh.cli.reference;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Topic;
import dev.smtpsh.annotate.knowledge.RuleFiles;
import dev.smtpsh.annotate.matching.Pages;
import dev.smtpsh.cli.reference.Catalogue.Shelf;
import dev.smtpsh.render.Words;
import dev.smtpsh.smtp.reply.ReplyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The reference: every page with its path within the project. */
public final class Reference {
    // Shorter first sentences say little by themselves.
    private static final int TELLING = 60;

    private final Catalogue catalogue;
    private final CodePages codes;

    private Reference(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.codes = new CodePages(catalogue);
    }

    /** The pages made from rules and topics, by path; the same input gives the same pages. */
    public static SortedMap<String, String> pages(RuleFiles rules, List<Topic> topics) {
        Reference reference = new Reference(new Catalogue(rules));
        SortedMap<String, String> pages = new TreeMap<>();
        reference.codes.write(pages);
        new WordingPages(reference.catalogue).write(pages);
        new TopicPages(topics).write(pages);
        pages.put(Pages.STATUS, new StatusPage(reference.catalogue).write());
        pages.put(Pages.INDEX, reference.index());
        return pages;
    }

    private String index() {
        Markdown page = new Markdown("Replies and what they mean");
        page.paragraph("All that smtpsh knows about the replies of mail servers, made from its "
                + Markdown.link("rules", "../rules.md")
                + ". In a terminal, `smtpsh explain` and `why` show the same, and name the page here.");
        page.section("Reply codes");
        int severity = 0;
        List<List<String>> rows = new ArrayList<>();
        for (ReplyCode code : catalogue.codes()) {
            if (code.severity() != severity && !rows.isEmpty()) {
                codes(severity, rows, page);
            }
            severity = code.severity();
            Annotation best = codes.general(code);
            rows.add(List.of(
                    Markdown.link(code.toString(), code + ".md"),
                    "**" + Markdown.escaped(best.title()) + "**. " + Markdown.escaped(gist(best.meaning()))));
        }
        codes(severity, rows, page);
        others(page);
        page.section("Enhanced status codes");
        page.paragraph(Markdown.link("Enhanced status codes", "status.md") + ": the registry, taken apart by class,"
                + " subject and detail.");
        shelves("Words of providers and filters", "providers/", page);
        shelves("Words of mail software", "software/", page);
        shelves("Words of many servers, by reason", "reasons/", page);
        page.section("Topics");
        page.paragraph(Markdown.link("Topics", "../topics/README.md")
                + ": greylisting, SPF, certificates, and other things" + " that replies are about.");
        return page.page();
    }

    private static String gist(String meaning) {
        String first = Words.firstSentence(meaning);
        return first.length() < TELLING ? meaning : first;
    }

    private static void codes(int severity, List<List<String>> rows, Markdown page) {
        page.heading(Phrases.codeClass(severity));
        page.table(List.of("code", "meaning"), rows);
        rows.clear();
    }

    private void others(Markdown page) {
        page.heading("Any other code");
        List<String> lines = new ArrayList<>();
        catalogue
                .classRules()
                .forEach(written ->
                        lines.add("**" + Markdown.escaped(written.rule().says().title()) + "**. "
                                + Markdown.escaped(written.rule().says().meaning()) + " Rule: "
                                + Markdown.code(written.rule().id())));
        page.bullets(lines);
    }

    private void shelves(String title, String folder, Markdown page) {
        List<Shelf> shelves = catalogue.shelves(folder);
        if (shelves.isEmpty()) {
            return;
        }
        page.section(title);
        List<List<String>> rows = new ArrayList<>();
        for (Shelf shelf : shelves) {
            rows.add(List.of(
                    Markdown.link(shelf.name(), shelf.page().substring(Pages.FOLDER.length())),
                    Integer.toString(shelf.rules().size())));
        }
        page.table(List.of("", "wordings"), rows);
    }
}
