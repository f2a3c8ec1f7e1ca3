package dev.smtpsh.render.text;

import dev.smtpsh.annotate.Verdict;
import dev.smtpsh.render.Columns;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Envelope;
import dev.smtpsh.smtp.command.Slip;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.reply.Reply;
import java.util.List;
import java.util.Optional;

/** A refused MAIL or RCPT with carets under what is wrong with it. */
final class SlipMark {
    private final Drawing drawing;
    private final Octets typed;
    private final Slip slip;

    private SlipMark(Drawing drawing, Octets typed, Slip slip) {
        this.drawing = drawing;
        this.typed = typed;
        this.slip = slip;
    }

    /** Empty unless the server complained of the form and there is something wrong with it. */
    static Optional<SlipMark> of(Drawing drawing, Exchange exchange) {
        Reply reply = exchange.reply();
        boolean form = reply.is(500) || reply.is(501) || reply.is(503) || reply.is(555);
        if (!form || exchange.command().isEmpty() || !(exchange.command().get() instanceof Command.Line line)) {
            return Optional.empty();
        }
        boolean path = line.verb()
                .filter(verb -> verb == Verb.MAIL || verb == Verb.RCPT)
                .isPresent();
        List<Slip> slips = path ? Envelope.read(line).slips() : List.of();
        return slips.stream().findFirst().map(slip -> new SlipMark(drawing, line.typed(), slip));
    }

    /** The line as it ought to be, if that can be told. */
    Optional<String> mended() {
        return slip.mended().isEmpty()
                ? Optional.empty()
                : Optional.of(Octets.latin1(slip.mended()).text());
    }

    void onto(Sheet sheet, Verdict verdict) {
        String line = drawing.visible(typed);
        int from = Columns.of(drawing.visible(typed.slice(0, slip.from())));
        int carets =
                Math.max(1, Columns.of(drawing.visible(typed.slice(slip.from(), Math.min(slip.to(), typed.length())))));
        int room = sheet.room() - Sheet.LABEL;
        if (!drawing.tables() || Columns.of(line) > room || from + carets > room) {
            sheet.verdict(verdict, line);
            sheet.entry("Wrong", "from column " + (from + 1) + " on: " + slip.words());
            return;
        }
        sheet.verdict(verdict, line);
        String words = " " + slip.words();
        boolean beside = from + carets + Columns.of(words) <= room;
        String left = " ".repeat(Sheet.LABEL + from);
        StyledText.Builder marks =
                new StyledText.Builder().add(Intent.PLAIN, left).add(Intent.STRONG, "^".repeat(carets));
        sheet.asIs(marks.add(Intent.PLAIN, beside ? words : "").build());
        if (!beside) {
            sheet.entry("", slip.words());
        }
    }
}
