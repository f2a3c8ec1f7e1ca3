package dev.smtpsh.cli.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A page of Markdown that is put together from top to bottom. A long one gets a table of contents below its beginning. */
final class Markdown {
    private static final int LONG = 100;

    private final StringBuilder text = new StringBuilder();
    private final List<String> contents = new ArrayList<>();
    private final Map<String, Integer> headings = new HashMap<>();
    private int contentsAt = -1;

    /** @param title without the sign of a heading */
    Markdown(String title) {
        text.append("# ").append(escaped(title)).append("\n\n");
        unique(title);
    }

    /** A section, which the table of contents names. Gives its anchor. */
    String section(String title) {
        contentsAt = contentsAt < 0 ? text.length() : contentsAt;
        String heading = unique(title);
        contents.add("- " + link(heading, "#" + anchor(heading)));
        text.append("## ").append(escaped(heading)).append("\n\n");
        return anchor(heading);
    }

    /** A heading below a section. Gives its anchor. */
    String heading(String title) {
        String heading = unique(title);
        text.append("### ").append(escaped(heading)).append("\n\n");
        return anchor(heading);
    }

    Markdown paragraph(String markdown) {
        text.append(markdown).append("\n\n");
        return this;
    }

    /** Lines that are kept as they are. */
    Markdown verbatim(String lines) {
        text.append("```text\n").append(lines.strip()).append("\n```\n\n");
        return this;
    }

    Markdown bullets(List<String> markdown) {
        markdown.forEach(line -> text.append("- ").append(line).append('\n'));
        text.append('\n');
        return this;
    }

    Markdown steps(List<String> markdown) {
        for (int i = 0; i < markdown.size(); i++) {
            text.append(i + 1).append(". ").append(markdown.get(i)).append('\n');
        }
        text.append('\n');
        return this;
    }

    /** A table; cells are Markdown. */
    Markdown table(List<String> head, List<List<String>> rows) {
        row(head);
        row(head.stream().map(cell -> "---").toList());
        rows.forEach(this::row);
        text.append('\n');
        return this;
    }

    String page() {
        StringBuilder page = new StringBuilder(text);
        boolean isLong = text.chars().filter(c -> c == '\n').count() > LONG;
        if (isLong && contents.size() > 1) {
            page.insert(contentsAt, "On this page:\n\n" + String.join("\n", contents) + "\n\n");
        }
        return page.toString().stripTrailing() + "\n";
    }

    private void row(List<String> cells) {
        text.append('|');
        cells.forEach(cell -> text.append(' ').append(cell.replace("|", "\\|")).append(" |"));
        text.append('\n');
    }

    // Code hosts number anchors that are not unique, each in its own way.
    private String unique(String title) {
        int count = headings.merge(anchor(title), 1, Integer::sum);
        return count == 1 ? title : unique(title + " (" + count + ")");
    }

    /** What code hosts make of a heading. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-');
    }

    static String link(String words, String target) {
        return "[" + escaped(words) + "](" + target.replace("(", "%28").replace(")", "%29") + ")";
    }

    static String code(String text) {
        String line = text.replace("\n", "\\n");
        return line.indexOf('`') < 0 ? "`" + line + "`" : "`` " + line + " ``";
    }

    /** Words as they stand: nothing in them is taken for markup. */
    static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace("*", "\\*")
                .replace("`", "\\`")
                .replaceAll("<(?=[A-Za-z/!?])", "\\\\<")
                .replaceAll("\\](?=\\()", "\\\\]");
    }

    /** Advice, at whose end a command may stand after two spaces. */
    static String advice(String words) {
        int command = words.lastIndexOf("  ");
        return command < 0
                ? escaped(words)
                : escaped(words.substring(0, command)) + " "
                        + code(words.substring(command).strip());
    }
}
