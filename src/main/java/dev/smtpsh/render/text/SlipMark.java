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
        if (drawing.accessible()) {
            int column = Columns.of(visible(0, slip.from())) + 1;
            sheet.verdict(verdict, drawing.visible(typed));
            sheet.entry("Wrong", "from column " + column + " on: " + slip.words());
            return;
        }
        int room = sheet.room() - sheet.indent();
        Window window = Window.of(
                visible(0, slip.from()), visible(slip.from(), slip.to()), visible(slip.to(), typed.length()), room);
        sheet.exact(verdict, window.line());
        String words = " " + slip.words();
        boolean beside = window.column() + window.carets() + Columns.of(words) <= room;
        StyledText.Builder marks = new StyledText.Builder()
                .add(Intent.PLAIN, " ".repeat(sheet.indent() + window.column()))
                .add(Intent.STRONG, "^".repeat(window.carets()));
        sheet.asIs(marks.add(Intent.PLAIN, beside ? words : "").build());
        if (!beside) {
            sheet.entry("", slip.words());
        }
    }

    private String visible(int from, int to) {
        int end = Math.min(to, typed.length());
        return drawing.visible(typed.slice(Math.min(from, end), end));
    }

    /**
     * As much of a line as there is room for, with the marked part in it.
     *
     * @param line what is shown of it
     * @param column where the mark begins in that
     * @param carets how wide the mark is, at least one
     */
    private record Window(String line, int column, int carets) {
        private static final String CUT = "...";

        static Window of(String before, String marked, String after, int room) {
            if (Columns.of(before) + Math.max(1, Columns.of(marked)) + Columns.of(after) <= room) {
                return new Window(before + marked + after, Columns.of(before), Math.max(1, Columns.of(marked)));
            }
            // The mark keeps half of the room, what stands before it a quarter, what follows the rest.
            String middle = head(marked, room / 2);
            String start = tail(before, Math.max(room / 4, room - Columns.of(middle) - Columns.of(after)));
            int column = Columns.of(start);
            int carets = Math.max(1, Columns.of(middle));
            return new Window(start + middle + head(after, room - column - carets), column, carets);
        }

        private static String head(String text, int columns) {
            if (Columns.of(text) <= columns) {
                return text;
            }
            return columns <= CUT.length() ? "" : text.substring(0, fit(text, columns - CUT.length())) + CUT;
        }

        private static String tail(String text, int columns) {
            int from = 0;
            while (Columns.of(text.substring(from)) > columns - (from == 0 ? 0 : CUT.length())
                    && from < text.length()) {
                from += Character.charCount(text.codePointAt(from));
            }
            return from == 0 ? text : CUT + text.substring(from);
        }

        private static int fit(String text, int columns) {
            int end = Columns.fit(text, 0, columns);
            return Columns.of(text.substring(0, end)) > columns ? 0 : end;
        }
    }
}
