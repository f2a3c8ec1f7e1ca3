package dev.smtpsh.render.report;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Words;
import dev.smtpsh.render.Wrap;
import dev.smtpsh.script.result.Check;
import dev.smtpsh.script.result.Check.Status;
import dev.smtpsh.script.result.FileResult;
import dev.smtpsh.script.result.RunResult;
import dev.smtpsh.script.result.Step;
import dev.smtpsh.script.syntax.Span;
import dev.smtpsh.smtp.reply.ReplyLine;
import java.util.Optional;

/** What came of scripts, for a person: each failure with its place, the server's words, their meaning and the mend. */
public final class RunView {
    private static final int LABEL = 9;

    private final Drawing drawing;

    public RunView(Drawing drawing) {
        this.drawing = drawing;
    }

    /** A file's failures, and in one line how it went. */
    public StyledText draw(FileResult file) {
        StyledText.Builder out = new StyledText.Builder();
        int above = 0;
        for (Step step : file.steps()) {
            above += step.exchange().isPresent() ? 1 : 0;
            boolean told = false;
            for (Check check : step.checks()) {
                if (!check.held()) {
                    out.add(failure(step, check, told)).endLine();
                    told = true;
                }
            }
            if (told) {
                out.add(Intent.DIM, "   " + above + (above == 1 ? " exchange" : " exchanges") + " up to here; ")
                        .add(Intent.DIM, "--report html:FILE shows them all")
                        .endLine()
                        .endLine();
            }
        }
        boolean passed = file.passed();
        out.add(passed ? Intent.OK : Intent.REFUSED, passed ? "pass" : "FAIL")
                .add(Intent.STRONG, " " + drawing.visible(file.label()))
                .add(Intent.DIM, "  " + counts(file));
        file.stopped().ifPresent(why -> out.add(Intent.TRY_LATER, "; " + why));
        return out.endLine().build();
    }

    /** The last line of a run. */
    public StyledText summary(RunResult run) {
        long failed = run.files().stream().filter(file -> !file.passed()).count();
        return new StyledText.Builder()
                .add(
                        run.passed() ? Intent.OK : Intent.REFUSED,
                        run.files().size() + (run.files().size() == 1 ? " file, " : " files, ") + failed + " failed")
                .add(
                        Intent.PLAIN,
                        "; " + run.exchanges() + " exchanges, "
                                + run.count(Status.HELD) + " held, "
                                + run.count(Status.FAILED) + " failed, "
                                + run.count(Status.ERROR) + " errors; "
                                + Words.seconds(run.took()) + " s"
                                + (run.interrupted() ? "; interrupted" : "")
                                + (run.left() > 0 ? ", " + run.left() + " not run" : ""))
                .endLine()
                .build();
    }

    private static String counts(FileResult file) {
        long soft = file.checks().stream()
                .filter(check -> check.soft() && !check.held())
                .count();
        return file.count(Status.HELD) + " held"
                + (file.count(Status.FAILED) > 0 ? ", " + file.count(Status.FAILED) + " failed" : "")
                + (file.count(Status.ERROR) > 0 ? ", " + file.count(Status.ERROR) + " errors" : "")
                + (soft > 0 ? " (" + soft + " of them soft)" : "")
                + ", " + Words.milliseconds(file.took()) + " ms";
    }

    // The server's words and what they mean are told once for each exchange.
    private StyledText failure(Step step, Check check, boolean told) {
        StyledText.Builder out = new StyledText.Builder();
        String word = check.status() == Status.ERROR ? "ERROR" : check.soft() ? "SOFT" : "FAIL";
        String session = step.session().isEmpty() ? "" : "[" + step.session() + "] ";
        out.add(check.soft() ? Intent.TRY_LATER : Intent.REFUSED, word)
                .add(Intent.STRONG, " " + drawing.visible(check.place().where()))
                .add(Intent.PLAIN, "  " + session + drawing.visible(step.words()))
                .endLine();
        out.add(ProblemView.Marked.line(
                marked(check), check.place().text(), Intent.REFUSED, drawing.visible(said(step, check))));
        if (!told) {
            received(step, out);
            meaning(step, check, out);
        }
        return out.build();
    }

    private static String said(Step step, Check check) {
        boolean implied = check.place().equals(step.place());
        return implied ? "expected " + check.expected() + "; " + check.said() : check.said();
    }

    // Of an expectation the first word; of a predicate all of it.
    private static Span marked(Check check) {
        Span span = check.place().span();
        String text = check.place().text();
        int from = Math.min(span.column() - 1, text.length());
        int end = text.indexOf(' ', from);
        boolean whole = text.startsWith("?", from) || text.startsWith("~", from) || end < 0;
        return whole ? span : new Span(span.line(), span.column(), Math.max(1, end - from));
    }

    private void received(Step step, StyledText.Builder out) {
        if (step.exchange().isEmpty()) {
            return;
        }
        for (ReplyLine line : step.exchange().get().reply().lines()) {
            out.add(Intent.DIM, "   S: ")
                    .add(Intent.SERVER, drawing.visible(line.received().withoutLineEnd()))
                    .endLine();
        }
    }

    private void meaning(Step step, Check check, StyledText.Builder out) {
        Optional<Annotation> best = step.annotations().stream().findFirst();
        if (check.failure().isPresent()) {
            entry(
                    out,
                    Intent.BROKEN,
                    "NO REPLY",
                    Words.sentence(check.failure().get().what()));
            entry(out, Intent.PLAIN, "Why", Words.sentence(check.failure().get().why()));
            entry(out, Intent.PLAIN, "Fix", check.failure().get().mend());
        } else if (best.isPresent() && speaks(step, check)) {
            Annotation annotation = best.get();
            entry(
                    out,
                    Words.intent(annotation.verdict()),
                    annotation.verdict().words(),
                    Words.sentence(annotation.title()) + " " + annotation.meaning());
            boolean refused = step.exchange()
                    .filter(exchange -> exchange.reply().refused())
                    .isPresent();
            if (refused) {
                annotation.fixes().forEach(fix -> entry(out, Intent.PLAIN, "Fix", fix));
            }
        }
    }

    // What a server offers says nothing of why something else was expected of it.
    private static boolean speaks(Step step, Check check) {
        return !check.expected().startsWith("?")
                || step.exchange()
                        .filter(exchange -> exchange.reply().refused())
                        .isPresent();
    }

    private void entry(StyledText.Builder out, Intent intent, String label, String text) {
        if (text.isEmpty()) {
            return;
        }
        String left = label + " ".repeat(Math.max(1, LABEL - label.length()));
        for (String line : Wrap.lines(drawing.visible(text), drawing.proseWidth() - LABEL - 5)) {
            out.add(Intent.DIM, "   | ")
                    .add(left.isBlank() ? Intent.PLAIN : intent, left)
                    .add(Intent.PLAIN, line)
                    .endLine();
            left = " ".repeat(LABEL);
        }
    }
}
