package dev.smtpsh.render.overview;

import dev.smtpsh.render.Columns;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.smtp.command.Command;
import java.util.Optional;

/** Texts cut and filled up to a number of columns. */
final class Cell {
    private static final String CUT = "...";

    private Cell() {}

    /** The text at the left of its columns; cut, with dots, where it is longer. */
    static String left(String text, int columns) {
        String fitting = cut(text, columns);
        return fitting + " ".repeat(Math.max(0, columns - Columns.of(fitting)));
    }

    /** A number at the right of its columns. */
    static String right(String text, int columns) {
        return " ".repeat(Math.max(0, columns - Columns.of(text))) + text;
    }

    static String cut(String text, int columns) {
        if (Columns.of(text) <= columns) {
            return text;
        }
        return text.substring(0, Columns.fit(text, 0, Math.max(1, columns - CUT.length()))) + CUT;
    }

    /** What was sent, as it may be shown. */
    static String command(Drawing drawing, Optional<Command> command, String otherwise) {
        if (command.isPresent() && command.get() instanceof Command.Message) {
            return "message";
        }
        return command.map(sent -> drawing.visible(sent.redacted().withoutLineEnd()))
                .orElse(otherwise);
    }
}
