package dev.smtpsh.cli.reference;

import dev.smtpsh.annotate.Reason;
import dev.smtpsh.annotate.knowledge.RuleFiles.Written;
import dev.smtpsh.cli.reference.Catalogue.Shelf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A page for each provider, each mail software, and each reason that servers in general give. */
final class WordingPages {
    private final Catalogue catalogue;

    WordingPages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void write(SortedMap<String, String> pages) {
        for (Shelf shelf : catalogue.shelves("providers/")) {
            pages.put(shelf.page(), owned(shelf, "How " + shelf.name() + " words what it has to say"));
        }
        for (Shelf shelf : catalogue.shelves("software/")) {
            pages.put(
                    shelf.page(), owned(shelf, "How " + shelf.name() + " words what it has to say, wherever it runs"));
        }
        for (Shelf shelf : catalogue.shelves("reasons/")) {
            pages.put(shelf.page(), general(shelf));
        }
    }

    private static String owned(Shelf shelf, String about) {
        Markdown page = new Markdown(shelf.name());
        page.paragraph(about + ": " + count(shelf.rules().size()) + ". " + up());
        Map<Optional<Reason>, List<Written>> byReason = new TreeMap<>(
                Comparator.comparing(reason -> reason.map(Reason::ordinal).orElse(Integer.MAX_VALUE)));
        for (Written written : shelf.rules()) {
            byReason.computeIfAbsent(written.rule().says().reason(), reason -> new ArrayList<>())
                    .add(written);
        }
        byReason.forEach((reason, rules) -> {
            page.section(Phrases.reason(reason));
            for (Written written : rules) {
                page.heading(written.rule().says().title());
                Entry.write(written, page);
            }
        });
        return page.page();
    }

    private static String general(Shelf shelf) {
        Markdown page = new Markdown(shelf.name() + ": words of many servers");
        String label =
                shelf.rules().get(0).rule().says().reason().map(Reason::label).orElse("");
        String reason = label.isEmpty() ? "" : "Reason " + Markdown.code(label) + ". ";
        page.paragraph(reason + "Wordings that belong to no one provider or software: "
                + count(shelf.rules().size()) + ". " + up());
        for (Written written : shelf.rules()) {
            page.section(written.rule().says().title());
            Entry.write(written, page);
        }
        return page.page();
    }

    private static String count(int rules) {
        return rules == 1 ? "one wording" : rules + " wordings";
    }

    private static String up() {
        return Markdown.link("All replies", "../README.md");
    }
}
