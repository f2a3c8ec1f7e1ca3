package dev.smtpsh.render.transcript;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Verdict;
import dev.smtpsh.render.Safe;
import dev.smtpsh.render.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** One page with nothing outside it: readable on a telephone, in the dark, and in print; it needs no script. */
final class HtmlFile implements Form.Writer {
    private final Wording wording = new Wording(Safe::visible);

    @Override
    public void write(Document document, Appendable out) throws IOException {
        String title = text(document.title());
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                        + " 'unsafe-inline'\"/>\n")
                .append("<title>")
                .append(title)
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<main>\n<h1>")
                .append(title)
                .append("</h1>\n");
        heading(document, out);
        for (Event event : document.transcript().events()) {
            if (event instanceof Event.Connected connected) {
                out.append("<h2>Connected to ")
                        .append(text(connected.target().where()))
                        .append(" <small>")
                        .append(text(Words.milliseconds(connected.took())))
                        .append(" ms</small></h2>\n");
            } else if (event instanceof Event.Failed failed) {
                block("broken", Wording.failure(failed), out);
            } else {
                said((Event.Said) event, out);
            }
        }
        out.append("</main>\n</body>\n</html>\n");
    }

    private static void heading(Document document, Appendable out) throws IOException {
        out.append("<dl>\n");
        for (String[] row : document.heading()) {
            out.append("<dt>")
                    .append(text(row[0]))
                    .append("</dt><dd>")
                    .append(text(row[1]))
                    .append("</dd>\n");
        }
        out.append("</dl>\n");
    }

    private void said(Event.Said said, Appendable out) throws IOException {
        out.append("<section class=\"").append(verdict(said)).append("\">\n<pre>");
        if (said.unasked()) {
            out.append("<i>nobody waited for this reply</i>\n");
        } else {
            lines("C", wording.sent(said.exchange()), out);
        }
        lines("S", wording.received(said.exchange()), out);
        out.append("</pre>\n<p class=\"time\">#")
                .append(String.valueOf(said.exchange().number()))
                .append(" · ")
                .append(text(Wording.took(said.exchange())))
                .append(said.exchange()
                        .tls()
                        .map(version -> " · " + text(version))
                        .orElse(" · plain text"))
                .append("</p>\n");
        paragraphs(Wording.meaning(said), out);
        out.append("</section>\n");
    }

    private static void block(String kind, List<String> lines, Appendable out) throws IOException {
        out.append("<section class=\"").append(kind).append("\">\n");
        paragraphs(lines, out);
        out.append("</section>\n");
    }

    // The label before the colon is what the eye looks for.
    private static void paragraphs(List<String> lines, Appendable out) throws IOException {
        for (String line : lines) {
            int colon = line.indexOf(": ");
            out.append("<p><b>")
                    .append(text(line.substring(0, Math.max(0, colon))))
                    .append("</b> ");
            out.append(text(line.substring(colon < 0 ? 0 : colon + 2))).append("</p>\n");
        }
    }

    private static void lines(String who, List<String> lines, Appendable out) throws IOException {
        for (String line : lines) {
            out.append("<span class=\"")
                    .append(who)
                    .append("\"><i>")
                    .append(who)
                    .append(": </i>");
            out.append(text(line)).append("</span>\n");
        }
    }

    private static String verdict(Event.Said said) {
        Optional<Verdict> verdict = said.annotations().stream().findFirst().map(Annotation::verdict);
        return switch (verdict.orElse(Verdict.OK)) {
            case OK -> "ok";
            case GO_ON -> "go-on";
            case TRY_LATER -> "later";
            case REFUSED -> "refused";
            case BROKEN, CLOSED -> "broken";
        };
    }

    private static String text(String text) {
        return Safe.visible(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String style() {
        try (InputStream in = HtmlFile.class.getResourceAsStream("/dev/smtpsh/render/transcript.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("smtpsh was built without its style sheet", e);
        }
    }
}
