package dev.smtpsh.cli.reference;

import dev.smtpsh.annotate.Topic;
import dev.smtpsh.render.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** A page for each topic, and their index. */
final class TopicPages {
    static final String INDEX = "docs/topics/README.md";

    private final List<Topic> topics;

    TopicPages(List<Topic> topics) {
        this.topics = topics;
    }

    void write(SortedMap<String, String> pages) {
        topics.forEach(topic -> pages.put(topic.page(), page(topic)));
        pages.put(INDEX, index());
    }

    private String index() {
        Markdown page = new Markdown("Topics");
        page.paragraph("What `smtpsh explain` knows besides codes, replies, verbs and keywords; in a terminal:"
                + " `smtpsh explain greylisting`. " + Markdown.link("Replies", "../replies/README.md"));
        List<List<String>> rows = new ArrayList<>();
        String group = topics.isEmpty() ? "" : topics.get(0).group();
        for (Topic topic : topics) {
            if (!topic.group().equals(group)) {
                table(group, rows, page);
                group = topic.group();
            }
            rows.add(List.of(Markdown.link(topic.id(), topic.id() + ".md"), Markdown.escaped(topic.summary())));
        }
        table(group, rows, page);
        return page.page();
    }

    private static void table(String group, List<List<String>> rows, Markdown page) {
        page.section(group);
        page.table(List.of("topic", "what it is"), rows);
        rows.clear();
    }

    private static String page(Topic topic) {
        Markdown page = new Markdown(topic.title());
        page.paragraph(Words.sentence(Markdown.escaped(topic.summary())));
        page.bullets(topic.examples().stream().map(Markdown::advice).toList());
        topic.paragraphs().forEach(paragraph -> page.paragraph(Markdown.escaped(paragraph)));
        page.paragraph("**See also:** "
                + topic.related().stream().map(TopicPages::related).collect(Collectors.joining(", ")));
        page.paragraph("**Read:** " + Citation.links(topic.references()));
        page.paragraph(
                "In a terminal: `smtpsh explain " + topic.id() + "`. " + Markdown.link("All topics", "README.md"));
        return page.page();
    }

    private static String related(String name) {
        boolean code = Character.isDigit(name.charAt(0)) && name.length() == 3;
        return Markdown.link(name, (code ? "../replies/" : "") + name + ".md");
    }
}
