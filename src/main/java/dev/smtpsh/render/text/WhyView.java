package dev.smtpsh.render.text;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Verdict;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Words;
import dev.smtpsh.render.anatomy.Whereabouts;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.smtp.reply.ReplyDefect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The long story of one reply: what was matched, what it does, what else it could be. */
public final class WhyView {
    private final Drawing drawing;

    public WhyView(Drawing drawing) {
        this.drawing = drawing;
    }

    public StyledText draw(Exchange exchange, List<Annotation> annotations) {
        Sheet sheet = new Sheet(drawing);
        sheet.drawn(new ServerLines(drawing).of(exchange.reply(), exchange.took()));
        if (annotations.isEmpty()) {
            Verdict verdict = Words.verdict(exchange.reply());
            sheet.brief(Words.intent(verdict), verdict.words(), "Nothing more is known about this reply.");
        } else {
            Story.of(annotations.get(0), sheet);
        }
        exchange.reply().defects().stream()
                .sorted()
                .map(ReplyDefect::words)
                .forEach(words -> sheet.entry("Remark", Words.sentence(words)));
        sheet.blank();
        sheet.entry("Answers", answers(exchange));
        sheet.entry("Took", Words.milliseconds(exchange.took()) + " ms");
        sheet.entry("Session", session(exchange));
        List<String> here = Words.here(exchange.reply(), annotations, Set.of());
        if (!here.isEmpty()) {
            sheet.entry("Here", String.join(" ", here));
        }
        sheet.entry("You are", Whereabouts.path(exchange.after(), exchange.stage()));
        Story.others(annotations, sheet);
        return sheet.done();
    }

    private String answers(Exchange exchange) {
        return exchange.command()
                .map(command -> drawing.visible(command.redacted().withoutLineEnd()))
                .orElse("nothing that was sent");
    }

    private static String session(Exchange exchange) {
        List<String> facts = new ArrayList<>();
        facts.add(exchange.before().secured() ? "encrypted" : "not encrypted");
        facts.add(exchange.before().helloName().map(name -> "EHLO name " + name).orElse("no EHLO name given yet"));
        facts.add(exchange.before().loggedIn() ? "logged in" : "not logged in");
        exchange.before().reversePath().ifPresent(path -> facts.add("reverse-path <" + path + ">"));
        return String.join(", ", facts);
    }
}
