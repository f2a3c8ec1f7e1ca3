package dev.smtpsh.cli.script;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.Safe;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Words;
import dev.smtpsh.script.result.Place;
import dev.smtpsh.script.result.Step;
import dev.smtpsh.script.run.Observer;
import dev.smtpsh.shell.ask.Questions;
import dev.smtpsh.smtp.reply.ReplyLine;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks before each line, and shows what came of it with its meaning. */
record Stepping(Questions questions, Consumer<StyledText> out) implements Observer {
    @Override
    public boolean before(Place place, String words) {
        Optional<String> answer =
                questions.line(Safe.visible(place.where() + "  " + words) + "   [Enter does it, q ends] ");
        return answer.filter(typed -> !typed.strip().equalsIgnoreCase("q")).isPresent();
    }

    @Override
    public void after(Step step) {
        StyledText.Builder text = new StyledText.Builder();
        if (step.exchange().isPresent()) {
            for (ReplyLine line : step.exchange().get().reply().lines()) {
                text.add(Intent.DIM, "  S: ")
                        .add(Intent.SERVER, Safe.visible(line.received().withoutLineEnd()));
                text.endLine();
            }
        }
        Optional<Annotation> best = step.annotations().stream().findFirst();
        if (best.isPresent()) {
            text.add(Intent.DIM, "  | ")
                    .add(
                            Words.intent(best.get().verdict()),
                            best.get().verdict().words() + " ")
                    .add(Intent.PLAIN, Words.sentence(best.get().title()))
                    .endLine();
        }
        step.checks()
                .forEach(check -> text.add(
                                check.held() ? Intent.OK : Intent.REFUSED,
                                "  | " + (check.held() ? "held " : "not held ") + check.expected())
                        .endLine());
        out.accept(text.build());
    }
}
