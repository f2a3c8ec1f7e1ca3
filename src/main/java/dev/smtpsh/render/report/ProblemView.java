package dev.smtpsh.render.report;

import dev.smtpsh.render.Columns;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.Safe;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.script.syntax.Problem;
import dev.smtpsh.script.syntax.Problems;
import dev.smtpsh.script.syntax.Span;

/** Mistakes in script files: where, what, and how to mend it. */
public final class ProblemView {
    private ProblemView() {}

    public static StyledText draw(Problems problems) {
        StyledText.Builder out = new StyledText.Builder();
        for (Problem problem : problems.kept()) {
            out.add(draw(problem));
        }
        int more = problems.count() - problems.kept().size();
        if (more > 0) {
            out.add(Intent.STRONG, more + " more mistakes are not shown.").endLine();
        }
        return out.build();
    }

    static StyledText draw(Problem problem) {
        Span span = problem.span();
        StyledText.Builder out = new StyledText.Builder();
        out.add(Intent.STRONG, problem.file() + ":" + span.line() + ":" + span.column() + ": ")
                .add(Intent.REFUSED, "error: ")
                .add(Intent.PLAIN, problem.words())
                .endLine();
        if (!problem.text().isEmpty()) {
            out.add(Marked.line(span, problem.text(), Intent.REFUSED, problem.mend()));
        } else if (!problem.mend().isEmpty()) {
            out.add(Intent.PLAIN, "  " + problem.mend()).endLine();
        }
        return out.build();
    }

    /** A line with its number, and carets below a part of it. */
    static final class Marked {
        private Marked() {}

        static StyledText line(Span span, String text, Intent intent, String words) {
            String number = Integer.toString(span.line());
            String shown = text.replace('\t', ' ');
            int from = Math.min(span.column() - 1, shown.codePointCount(0, shown.length()));
            int to = Math.min(from + span.length(), shown.codePointCount(0, shown.length()));
            String before = Safe.visible(shown.substring(0, shown.offsetByCodePoints(0, from)));
            String marked =
                    Safe.visible(shown.substring(shown.offsetByCodePoints(0, from), shown.offsetByCodePoints(0, to)));
            return new StyledText.Builder()
                    .add(Intent.DIM, number + " | ")
                    .add(Intent.PLAIN, shown)
                    .endLine()
                    .add(Intent.DIM, " ".repeat(number.length()) + " | ")
                    .add(Intent.PLAIN, " ".repeat(Columns.of(before)))
                    .add(intent, "^".repeat(Math.max(1, Columns.of(marked))))
                    .add(Intent.PLAIN, words.isEmpty() ? "" : " " + words)
                    .endLine()
                    .build();
        }
    }
}
