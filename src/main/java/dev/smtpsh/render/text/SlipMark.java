package dev.smtpsh.render.text;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Reason;
import dev.smtpsh.annotate.Verdict;
import dev.smtpsh.render.Columns;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Slip;
import dev.smtpsh.smtp.state.Objection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A refused line with carets under what is wrong with it. */
final class SlipMark {
    private static final Set<Reason> OF_FORM = EnumSet.of(
            Reason.PROTOCOL, Reason.OTHER, Reason.RFC_VIOLATION, Reason.SENDER_REJECTED, Reason.USER_UNKNOWN);

    private final Drawing drawing;
    private final Octets typed;
    private final Slip slip;

    private SlipMark(Drawing drawing, Octets typed, Slip slip) {
        this.drawing = drawing;
        this.typed = typed;
        this.slip = slip;
    }

    /** Empty unless the server complained of the form and there is something wrong with it. */
    static Optional<SlipMark> of(Drawing drawing, Exchange exchange, Annotation best) {
        // Where the server's own words tell another reason, that is the one.
        boolean otherwise =
                best.reason().filter(reason -> !OF_FORM.contains(reason)).isPresent();
        if (otherwise || exchange.command().isEmpty()) {
            return Optional.empty();
        }
        Command command = exchange.command().get();
        return Objection.to(command, exchange.before(), exchange.reply())
                .map(slip -> new SlipMark(drawing, shown(command), shown(command, slip)));
    }

    private static Octets shown(Command command) {
        return command.redacted().withoutLineEnd();
    }

    // In a line of which a part is hidden, a slip in that part is somewhere below the asterisks.
    private static Slip shown(Command command, Slip slip) {
        Octets shown = shown(command);
        boolean whole = shown.equals(command.encoded().withoutLineEnd());
        int hidden = shown.length() - Command.HIDDEN.length();
        return whole || slip.to() < hidden
                ? slip
                : new Slip(Math.min(slip.from(), hidden), shown.length(), slip.words(), slip.mended());
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
