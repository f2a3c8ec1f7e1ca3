package dev.smtpsh.render.report;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Verdict;
import dev.smtpsh.render.Safe;
import dev.smtpsh.render.Words;
import dev.smtpsh.render.transcript.Wording;
import dev.smtpsh.script.result.Check;
import dev.smtpsh.script.result.Check.Status;
import dev.smtpsh.script.result.FileResult;
import dev.smtpsh.script.result.Step;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.tls.HandshakeReport;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A file in the page: its failures first, a bar for each step, then step by step what was said and what that means. */
final class HtmlFile {
    private static final int BAR_WORDS = 40;

    private final Wording wording = new Wording(Safe::visible);
    private final Markup page = new Markup();
    private final FileResult file;
    private final String anchor;
    private final boolean open;

    /** @param number from 1, for anchors: {@code #f1} is the file, {@code #f1-3} its third step */
    HtmlFile(FileResult file, int number, boolean open) {
        this.file = file;
        this.anchor = "f" + number;
        this.open = open;
    }

    String article() {
        String kind = file.passed() ? "ok" : "refused";
        page.tags("<article class=\"" + kind + "\" id=\"" + anchor + "\">\n<details" + (open ? " open=\"open\"" : ""))
                .tags(">\n<summary><b>" + (file.passed() ? "pass" : "FAIL") + "</b> ")
                .text(file.title())
                .tags(" ");
        page.element(
                        "small",
                        file.label() + " · " + Words.milliseconds(file.took()) + " ms"
                                + file.stopped().map(why -> " · " + why).orElse(""))
                .tags("</summary>\n");
        failures();
        timeline();
        for (int number = 1; number <= file.steps().size(); number++) {
            step(file.steps().get(number - 1), anchor + "-" + number);
        }
        return page.tags("</details>\n</article>\n").toString();
    }

    private void failures() {
        int number = 0;
        for (Step step : file.steps()) {
            number++;
            for (Check check : step.checks()) {
                if (!check.held()) {
                    page.tags("<p class=\"why " + outcome(check) + "\"><a href=\"#" + anchor + "-" + number + "\">")
                            .text(check.place().where())
                            .tags("</a> ")
                            .element("code", Titles.of(step, check).replaceFirst("^line \\d+: ", ""))
                            .tags("<br/>")
                            .text(Words.sentence(check.said()))
                            .tags("</p>\n");
                }
            }
        }
    }

    // Where it began and how long it took, in parts of the whole.
    private void timeline() {
        double whole = Math.max(1, file.took().toNanos());
        page.tags("<div class=\"timeline\">\n");
        int number = 0;
        for (Step step : file.steps()) {
            number++;
            String place = "left:" + part(step.since(), whole) + "%;width:" + part(step.took(), whole) + "%";
            page.tags("<a class=\"" + outcome(step) + "\" href=\"#" + anchor + "-" + number + "\">")
                    .element("span", "what", Words.bounded(session(step) + Safe.visible(step.words()), BAR_WORDS))
                    .tags("<span class=\"lane\"><i style=\"" + place + "\"></i></span>")
                    .element("span", "ms", Words.milliseconds(step.took()) + " ms")
                    .tags("</a>\n");
        }
        page.tags("</div>\n");
    }

    private void step(Step step, String id) {
        page.tags("<section class=\"" + outcome(step) + "\" id=\"" + id + "\">\n<pre>");
        said("C", session(step) + step.words());
        step.exchange().ifPresent(exchange -> wording.received(exchange).forEach(received -> said("S", received)));
        page.tags("</pre>\n<p class=\"time\"><a href=\"#" + id + "\">line "
                        + step.place().span().line() + "</a>")
                .text(" · " + Words.milliseconds(step.took()) + " ms")
                .text(step.tries() > 1 ? " · " + step.tries() + " tries" : "")
                .text(step.exchange()
                        .flatMap(Exchange::tls)
                        .map(tls -> " · " + tls)
                        .orElse(""))
                .tags("</p>\n");
        step.annotations().stream().findFirst().ifPresent(best -> meaning(step, best));
        step.exchange().flatMap(Exchange::handshake).ifPresent(this::tls);
        page.tags(step.checks().isEmpty() ? "" : "<ul class=\"checks\">\n");
        step.checks().forEach(this::check);
        page.tags(step.checks().isEmpty() ? "" : "</ul>\n").tags("</section>\n");
    }

    private void said(String who, String words) {
        page.tags("<span class=\"" + who + "\"><i>" + who + ": </i>")
                .text(words)
                .tags("</span>\n");
    }

    private void meaning(Step step, Annotation best) {
        page.tags("<dl class=\"" + kind(best.verdict()) + "\">");
        row(best.verdict().words(), Words.sentence(best.title()) + " " + best.meaning());
        if (step.exchange().filter(exchange -> exchange.reply().refused()).isPresent()) {
            row("Who acts", Words.who(best));
            best.fixes().forEach(fix -> row("Fix", fix));
        }
        page.tags("</dl>\n");
    }

    private void tls(HandshakeReport report) {
        page.tags("<dl class=\"tls\">");
        List<Optional<String>> words = List.of(report.version(), report.suite(), report.group());
        String made = String.join(", ", words.stream().flatMap(Optional::stream).toList());
        row(
                "TLS",
                report.complete() ? made + ", in " + Words.milliseconds(report.took()) + " ms" : "did not come about");
        report.chain().stream().findFirst().ifPresent(own -> {
            row(
                    "Certificate",
                    own.subject() + (own.names().isEmpty() ? "" : ", for " + String.join(", ", own.names())));
            row("Issuer", own.selfSigned() ? "itself" : own.issuer());
            row("Valid", own.validFrom() + " to " + own.validUntil());
            row("Key", own.key() + ", signed with " + own.signature());
            row("SHA-256", own.sha256());
        });
        row("Trusted", report.trusted() ? "yes" : "no");
        report.remarks().forEach(remark -> row("Remark", Words.sentence(remark.words())));
        page.tags("</dl>\n");
    }

    private void row(String term, String text) {
        page.element("dt", term).element("dd", text);
    }

    private void check(Check check) {
        page.tags("<li class=\"" + outcome(check) + "\">").element("code", check.expected());
        if (!check.held()) {
            page.tags(" ").text(Words.sentence(check.said()));
            check.failure().ifPresent(why -> page.tags("<br/>").text(why.mend()));
        }
        page.tags("</li>\n");
    }

    private static String session(Step step) {
        return step.session().isEmpty() ? "" : "[" + step.session() + "] ";
    }

    // What counts in a test is whether it was expected: a 550 may be.
    private static String outcome(Step step) {
        String worst = "ok";
        for (Check check : step.checks()) {
            String one = outcome(check);
            worst = one.equals("broken") || worst.equals("ok") || one.equals("refused") && worst.equals("later")
                    ? one
                    : worst;
        }
        return step.checks().isEmpty() ? "none" : worst;
    }

    private static String outcome(Check check) {
        return check.held() ? "ok" : check.soft() ? "later" : check.status() == Status.ERROR ? "broken" : "refused";
    }

    private static String kind(Verdict verdict) {
        return switch (verdict) {
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
}
