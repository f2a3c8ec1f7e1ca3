package dev.smtpsh.render.report;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Verdict;
import dev.smtpsh.render.Safe;
import dev.smtpsh.render.Words;
import dev.smtpsh.render.transcript.Event;
import dev.smtpsh.render.transcript.Wording;
import dev.smtpsh.script.result.Check;
import dev.smtpsh.script.result.Check.Status;
import dev.smtpsh.script.result.FileResult;
import dev.smtpsh.script.result.RunResult;
import dev.smtpsh.script.result.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** One page with nothing outside it and no script: how it went, how long each step took, and what was said. */
final class HtmlReport implements ReportForm.Writer {
    private final Wording wording = new Wording(Safe::visible);

    @Override
    public void write(RunResult run, String version, Appendable out) throws IOException {
        String title = run.passed() ? "All held" : "Not all held";
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                        + " 'unsafe-inline'\"/>\n<title>smtpsh: ")
                .append(title)
                .append("</title>\n<style>\n")
                .append(style("transcript.css"))
                .append(style("report.css"))
                .append("</style>\n</head>\n<body>\n<main>\n<h1>")
                .append(title)
                .append("</h1>\n<p class=\"sum\">")
                .append(text(sum(run)))
                .append("</p>\n");
        contents(run, out);
        int number = 0;
        for (FileResult file : run.files()) {
            file(file, number++, out);
        }
        out.append("<p class=\"by\">smtpsh ").append(text(version)).append("</p>\n</main>\n</body>\n</html>\n");
    }

    private static String sum(RunResult run) {
        return run.files().size() + " files, " + run.exchanges() + " exchanges: " + run.count(Status.HELD) + " held, "
                + run.count(Status.FAILED) + " failed, " + run.count(Status.ERROR) + " errors, in "
                + String.format(Locale.ROOT, "%.1f s", run.took().toMillis() / 1000.0);
    }

    private static void contents(RunResult run, Appendable out) throws IOException {
        if (run.files().size() < 2) {
            return;
        }
        out.append("<ul class=\"files\">\n");
        int number = 0;
        for (FileResult file : run.files()) {
            out.append("<li class=\"").append(file.passed() ? "ok" : "refused").append("\"><a href=\"#f");
            out.append(String.valueOf(number++))
                    .append("\">")
                    .append(text(file.label()))
                    .append("</a></li>\n");
        }
        out.append("</ul>\n");
    }

    private void file(FileResult file, int number, Appendable out) throws IOException {
        out.append("<details id=\"f").append(String.valueOf(number)).append('"');
        out.append(file.passed() && number > 0 ? "" : " open=\"open\"").append(">\n<summary class=\"");
        out.append(file.passed() ? "ok" : "refused").append("\"><b>").append(file.passed() ? "pass" : "FAIL");
        out.append("</b> ").append(text(file.title())).append(" <small>").append(text(file.label()));
        out.append(" · ").append(text(Words.milliseconds(file.took()))).append(" ms");
        out.append(file.stopped().map(why -> " · " + text(why)).orElse("")).append("</small></summary>\n");
        failures(file, out);
        timeline(file, out);
        for (Step step : file.steps()) {
            step(step, out);
        }
        out.append("</details>\n");
    }

    private static void failures(FileResult file, Appendable out) throws IOException {
        for (Step step : file.steps()) {
            for (Check check : step.checks()) {
                if (!check.held()) {
                    out.append("<p class=\"")
                            .append(check.soft() ? "later" : "refused")
                            .append(" why\"><b>");
                    out.append(text(check.place().where())).append("</b> ").append(text(Titles.of(step, check)));
                    out.append("<br/>")
                            .append(text(Words.sentence(check.said())))
                            .append("</p>\n");
                }
            }
        }
    }

    // A bar for each step, where it began and how long it took, in parts of the whole.
    private static void timeline(FileResult file, Appendable out) throws IOException {
        double whole = Math.max(1, file.took().toNanos());
        out.append("<div class=\"timeline\">\n");
        for (Step step : file.steps()) {
            out.append("<div><span class=\"what\">")
                    .append(text(bounded(step.words())))
                    .append("</span>");
            out.append("<span class=\"lane\"><i class=\"").append(verdict(step)).append("\" style=\"left:");
            out.append(part(step.since(), whole))
                    .append("%;width:")
                    .append(part(step.took(), whole))
                    .append("%\"></i>");
            out.append("</span><span class=\"ms\">").append(text(Words.milliseconds(step.took())));
            out.append(" ms</span></div>\n");
        }
        out.append("</div>\n");
    }

    private void step(Step step, Appendable out) throws IOException {
        out.append("<section class=\"").append(verdict(step)).append("\">\n<pre>");
        line("C", (step.session().isEmpty() ? "" : "[" + step.session() + "] ") + step.words(), out);
        if (step.exchange().isPresent()) {
            for (String received : wording.received(step.exchange().get())) {
                line("S", received, out);
            }
        }
        out.append("</pre>\n<p class=\"time\">line ")
                .append(String.valueOf(step.place().span().line()))
                .append(" · ")
                .append(text(Words.milliseconds(step.took())))
                .append(" ms")
                .append(step.tries() > 1 ? " · " + step.tries() + " tries" : "")
                .append(step.exchange()
                        .flatMap(exchange -> exchange.tls())
                        .map(tls -> " · " + text(tls))
                        .orElse(""))
                .append("</p>\n");
        if (step.exchange().isPresent()) {
            paragraphs(Wording.meaning(new Event.Said(step.exchange().get(), step.annotations(), false)), out);
        }
        for (Check check : step.checks()) {
            out.append("<p class=\"check ").append(check.held() ? "ok" : check.soft() ? "later" : "refused");
            out.append("\"><b>").append(check.held() ? "held" : "not held").append("</b> <code>");
            out.append(text(check.expected())).append("</code>");
            out.append(check.held() ? "" : " " + text(Words.sentence(check.said())))
                    .append("</p>\n");
        }
        out.append("</section>\n");
    }

    private static void paragraphs(List<String> lines, Appendable out) throws IOException {
        for (String line : lines) {
            int colon = line.indexOf(": ");
            out.append("<p><b>")
                    .append(text(line.substring(0, Math.max(0, colon))))
                    .append("</b> ");
            out.append(text(line.substring(colon < 0 ? 0 : colon + 2))).append("</p>\n");
        }
    }

    private static void line(String who, String words, Appendable out) throws IOException {
        out.append("<span class=\"").append(who).append("\"><i>").append(who).append(": </i>");
        out.append(text(words)).append("</span>\n");
    }

    private static String verdict(Step step) {
        boolean broken = step.checks().stream().anyMatch(check -> check.status() == Status.ERROR);
        Verdict verdict = step.annotations().stream()
                .findFirst()
                .map(Annotation::verdict)
                .orElseGet(() ->
                        step.exchange().map(each -> Words.verdict(each.reply())).orElse(Verdict.OK));
        return broken
                ? "broken"
                : switch (verdict) {
                    case OK -> "ok";
                    case GO_ON -> "go-on";
                    case TRY_LATER -> "later";
                    case REFUSED -> "refused";
                    case BROKEN, CLOSED -> "broken";
                };
    }

    private static String part(Duration time, double whole) {
        return String.format(Locale.ROOT, "%.2f", Math.min(100, 100 * time.toNanos() / whole));
    }

    private static String bounded(String words) {
        return Words.bounded(Safe.visible(words), 40);
    }

    private static String text(String text) {
        return Safe.visible(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String style(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream("/dev/smtpsh/render/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("smtpsh was built without its style sheet", e);
        }
    }
}
