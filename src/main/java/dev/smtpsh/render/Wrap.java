package dev.smtpsh.render;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines at its blanks; a word longer than a line is broken where the line ends. */
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
                end = blank > at ? blank : end;
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
