package dev.smtpsh.render.report;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.Level;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Words;
import dev.smtpsh.render.text.Sheet;
import dev.smtpsh.script.result.Check;
import dev.smtpsh.script.syntax.Problem;
import dev.smtpsh.session.Exchange;
import java.util.List;
import java.util.Optional;

/** What was expected at the prompt, and whether it holds. */
public final class CheckView {
    private final Drawing drawing;

    public CheckView(Drawing drawing) {
        this.drawing = drawing;
    }

    /** @param annotations what the reply means that it was held against, the best first */
    public StyledText draw(Check check, Optional<Exchange> exchange, List<Annotation> annotations) {
        if (drawing.level() == Level.PLAIN) {
            String word = check.held() ? "held" : check.soft() ? "soft" : "failed";
            String said = check.held() ? "-" : check.said();
            return new StyledText.Builder()
                    .add(Intent.PLAIN, "check\t" + word + "\t" + drawing.visible(check.expected()))
                    .add(Intent.PLAIN, "\t" + drawing.visible(said))
                    .endLine()
                    .build();
        }
        if (check.held()) {
            return new Sheet(drawing)
                    .outcome(Intent.OK, "HELD", check.expected())
                    .done();
        }
        Sheet sheet = new Sheet(drawing)
                .outcome(
                        check.soft() ? Intent.TRY_LATER : Intent.REFUSED,
                        check.soft() ? "SOFT" : "FAIL",
                        check.expected() + "; " + check.said() + ".");
        Optional<Annotation> best = annotations.stream().findFirst();
        boolean refused = exchange.filter(one -> one.reply().refused()).isPresent();
        if (best.isPresent() && (refused || !check.expected().startsWith("?"))) {
            sheet.entry(
                    "Why", Words.sentence(best.get().title()) + " " + best.get().meaning());
            if (refused) {
                best.get().fixes().forEach(fix -> sheet.advice("Fix", fix));
            }
        }
        return sheet.done();
    }

    /** A mistake in a line that was typed, with carets below it. */
    public StyledText draw(Problem problem) {
        return new StyledText.Builder()
                .add(ProblemView.Marked.line(problem.span(), problem.text(), Intent.REFUSED, ""))
                .add(new Sheet(drawing)
                        .outcome(Intent.BROKEN, "NOT DONE", Words.sentence(problem.words()))
                        .advice("Fix", problem.mend())
                        .done())
                .build();
    }
}
