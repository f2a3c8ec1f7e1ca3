package dev.smtpsh.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines at its blanks; a word longer than a line is broken where the line ends. What follows two blanks is
 * a command to type: it is kept whole, on a line of its own if it must be.
 */
public final class Wrap {
    private Wrap() {}

    /** At least one line, none wider than the columns, of which there must be two or more. */
    public static List<String> lines(String text, int columns) {
        List<String> lines = new ArrayList<>();
        int at = 0;
        while (at < text.length() || lines.isEmpty()) {
            int end = Columns.fit(text, at, columns);
            if (end < text.length()) {
                int blank = text.lastIndexOf(' ', end);
                int command = text.indexOf("  ", at);
                boolean keepWhole = command > at
                        && command < end
                        && Columns.of(text.substring(command).strip()) <= columns;
                end = keepWhole ? command : blank > at ? blank : end;
            }
            lines.add(text.substring(at, end).stripTrailing());
            at = end;
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }
        return lines;
    }
}
