package dev.smtpsh.render.transcript;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** The files a conversation can be written to, by their suffix. */
public enum Form {
    TXT("txt", "plain text, ASCII; annotate reads it again", new TextFile()),
    MD("md", "Markdown, for mail and issue trackers", new MarkdownFile()),
    JSON("json", "one JSON document", new JsonFile(true)),
    JSONL("jsonl", "one JSON object a line, as --json prints them", new JsonFile(false)),
    HTML("html", "one page without anything outside it", new HtmlFile()),
    CAST("cast", "a recording for asciinema", new CastFile()),
    SMTP("smtp", "a script that expects the same again", new ScriptFile());

    /** Writes a document. */
    interface Writer {
        void write(Document document, Appendable out) throws IOException;
    }

    private final String suffix;
    private final String about;
    private final Writer writer;

    Form(String suffix, String about, Writer writer) {
        this.suffix = suffix;
        this.about = about;
        this.writer = writer;
    }

    public String suffix() {
        return suffix;
    }

    public String about() {
        return about;
    }

    /** Writes a document in this form. */
    public void write(Document document, Appendable out) throws IOException {
        writer.write(document, out);
    }

    /** The form of a file by its name; empty if the suffix is none of these. */
    public static Optional<Form> of(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        for (Form form : values()) {
            if (lower.endsWith("." + form.suffix)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }
}
