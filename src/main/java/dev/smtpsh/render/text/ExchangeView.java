package dev.smtpsh.render.text;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Confidence;
import dev.smtpsh.annotate.Retry;
import dev.smtpsh.annotate.Verdict;
import dev.smtpsh.annotate.circumstance.Circumstance;
import dev.smtpsh.render.Columns;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Level;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Words;
import dev.smtpsh.render.anatomy.Challenge;
import dev.smtpsh.render.anatomy.CodeAnatomy;
import dev.smtpsh.render.anatomy.Part;
import dev.smtpsh.render.anatomy.StatusAnatomy;
import dev.smtpsh.render.anatomy.Whereabouts;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.reply.ReplyDefect;
import dev.smtpsh.smtp.state.Stage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** A reply and what it means. */
public final class ExchangeView {
    private final Drawing drawing;

    public ExchangeView(Drawing drawing) {
        this.drawing = drawing;
    }

    /**
     * Draws the server's lines and our explanation below them.
     *
     * @param annotations the best first; may be empty
     * @param sameAs the exchange in which the same rule was explained already
     */
    public StyledText draw(Exchange exchange, List<Annotation> annotations, OptionalInt sameAs) {
        if (drawing.level() == Level.PLAIN) {
            return PlainLine.of(drawing, exchange, annotations);
        }
        Sheet sheet = new Sheet(drawing);
        sheet.drawn(new ServerLines(drawing).of(exchange.reply(), exchange.took()));
        boolean full = drawing.level() == Level.FULL && sameAs.isEmpty();
        if (full) {
            sheet.blank();
            dissect(sheet, exchange.reply());
            sheet.blank();
        }
        if (exchange.recipient().isPresent() || exchange.furtherVerdict()) {
            sheet.entry("Verdict", drawing.visible(Words.recipient(exchange)));
        }
        explain(sheet, exchange, annotations, sameAs);
        exchange.handshake().ifPresent(report -> sheet.drawn(new TlsView(drawing).summary(report)));
        if (full) {
            sheet.blank();
            sheet.entry("You are", Whereabouts.path(exchange.after(), exchange.stage()));
            sheet.entry("", Words.sentence(Whereabouts.next(exchange.after())));
        }
        return sheet.done();
    }

    private void explain(Sheet sheet, Exchange exchange, List<Annotation> annotations, OptionalInt sameAs) {
        Reply reply = exchange.reply();
        Optional<Annotation> best = annotations.stream().findFirst();
        Verdict verdict = best.map(Annotation::verdict).orElseGet(() -> Words.verdict(reply));
        if (helloAccepted(exchange)) {
            new HelloTable(drawing, exchange.after()).onto(sheet);
            remarks(sheet, reply);
        } else if (reply.is(334) && exchange.stage() == Stage.AUTH) {
            sheet.brief(
                    Words.intent(verdict),
                    verdict.words(),
                    Challenge.words(reply, exchange.after().login().orElse("")));
            remarks(sheet, reply);
        } else if (best.isEmpty()) {
            sheet.brief(Words.intent(verdict), verdict.words(), "");
            remarks(sheet, reply);
        } else if (accepted(reply, verdict)) {
            sheet.brief(Words.intent(verdict), verdict.words(), accepted(best.get()));
            if (sameAs.isEmpty() && drawing.level() != Level.TERSE) {
                here(sheet, reply, annotations, Set.of());
            }
            remarks(sheet, reply);
            if (sameAs.isEmpty() && !best.get().fixes().isEmpty()) {
                next(sheet, best.get());
            }
        } else if (sameAs.isPresent()) {
            again(sheet, exchange, verdict, best.get(), sameAs.getAsInt());
        } else if (drawing.level() == Level.TERSE) {
            sheet.brief(Words.intent(verdict), verdict.words(), terse(sheet, verdict, best.get()));
            remarks(sheet, reply);
        } else {
            refusal(sheet, exchange, verdict, annotations);
        }
    }

    // The same meaning is said once; where a line is wrong is another matter each time.
    private void again(Sheet sheet, Exchange exchange, Verdict verdict, Annotation annotation, int sameAs) {
        Optional<SlipMark> slip = SlipMark.of(drawing, exchange, annotation);
        if (slip.isPresent() && drawing.level() != Level.TERSE) {
            slip.get().onto(sheet, verdict);
            slip.get().mended().ifPresent(line -> sheet.advice("Fix", line));
        } else {
            sheet.brief(Words.intent(verdict), verdict.words(), annotation.title() + " (same as #" + sameAs + ")");
        }
        remarks(sheet, exchange.reply());
    }

    private void refusal(Sheet sheet, Exchange exchange, Verdict verdict, List<Annotation> annotations) {
        Annotation annotation = annotations.get(0);
        Optional<SlipMark> slip = SlipMark.of(drawing, exchange, annotation);
        if (slip.isPresent()) {
            slip.get().onto(sheet, verdict);
        } else {
            sheet.verdict(verdict, Words.sentence(annotation.title()) + " " + annotation.meaning());
        }
        // What is marked is said already.
        here(sheet, exchange.reply(), annotations, slip.isPresent() ? Set.of(Circumstance.SLIP) : Set.of());
        remarks(sheet, exchange.reply());
        sheet.entry("Who acts", slip.isPresent() ? "You." : Words.who(annotation));
        sheet.steps("Fix", slip.flatMap(SlipMark::mended).map(List::of).orElse(annotation.fixes()));
        if (annotation.confidence() != Confidence.CERTAIN) {
            sheet.entry("Sure", Words.sure(annotation));
        }
        sheet.entry("More", "why, next", "[" + annotation.rule() + "]");
    }

    private static void here(Sheet sheet, Reply reply, List<Annotation> annotations, Set<Circumstance> marked) {
        // The meaning tells what it rests on; only what names names is worth a second look.
        Set<Circumstance> said = Words.general(annotations.get(0));
        said.addAll(marked);
        List<String> here = Words.here(reply, annotations, said);
        if (!here.isEmpty()) {
            sheet.entry("Here", String.join(" ", here));
        }
    }

    // One line if anything can make it one.
    private String terse(Sheet sheet, Verdict verdict, Annotation annotation) {
        int room = sheet.room() - Columns.of(verdict.words()) - 1;
        Optional<String> whole = annotation.fixes().stream()
                .findFirst()
                .map(fix -> annotation.title() + " - " + fix)
                .filter(words -> Columns.of(words) <= room);
        String brief = annotation.retry() == Retry.LATER
                ? annotation.title() + " - again "
                        + annotation
                                .retryAfter()
                                .map(wait -> "in " + Words.duration(wait))
                                .orElse("later")
                : annotation.title();
        return whole.orElse(brief);
    }

    // Who was not refused wants to go on, not to read.
    private String accepted(Annotation annotation) {
        return switch (drawing.level()) {
            case PLAIN, TERSE -> annotation.title();
            case NORMAL -> Words.firstSentence(annotation.meaning());
            case FULL -> annotation.meaning();
        };
    }

    // Said once for each rule: whoever has read it knows how to go on.
    private void next(Sheet sheet, Annotation annotation) {
        if (drawing.level() == Level.NORMAL) {
            sheet.advice("Next", "You: " + annotation.fixes().get(0));
        } else if (drawing.level() == Level.FULL) {
            sheet.entry("Who acts", Words.who(annotation));
            sheet.steps("Next", annotation.fixes());
        }
    }

    private static boolean accepted(Reply reply, Verdict verdict) {
        return !reply.refused() && (verdict == Verdict.OK || verdict == Verdict.GO_ON || verdict == Verdict.CLOSED);
    }

    private static boolean helloAccepted(Exchange exchange) {
        return exchange.stage() == Stage.HELLO
                && exchange.reply().completed()
                && exchange.command()
                        .flatMap(command -> command.verb())
                        .filter(verb -> verb == Verb.EHLO || verb == Verb.LHLO)
                        .isPresent();
    }

    private static void remarks(Sheet sheet, Reply reply) {
        reply.defects().stream().sorted().forEach(defect -> sheet.entry("Remark", defect(defect)));
    }

    private static String defect(ReplyDefect defect) {
        return Words.sentence(defect.words() + " (" + defect.source() + ")");
    }

    private static void dissect(Sheet sheet, Reply reply) {
        reply.code().ifPresent(code -> {
            String digits = String.join(" ", code.toString().split(""));
            parts(sheet, digits, CodeAnatomy.of(code));
        });
        reply.status().ifPresent(status -> parts(sheet, status.toString(), StatusAnatomy.of(status)));
    }

    // Side by side if they fit, else one below the other.
    private static void parts(Sheet sheet, String label, List<Part> parts) {
        String together = parts.stream().map(Part::toString).collect(Collectors.joining("   "));
        if (Columns.of(together) <= sheet.room() - Sheet.LABEL) {
            sheet.entry(label, together);
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            sheet.entry(i == 0 ? label : "", parts.get(i).toString());
        }
    }
}
