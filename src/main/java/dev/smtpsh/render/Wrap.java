package dev.smtpsh.render;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines at its blanks; a word longer than a line is broken where the line ends. */
public final class Wrap {
    private static final String BEFORE_COMMAND = "  ";

    private Wrap() {}

    /** As {@link #lines}, for advice that ends, after two blanks, in a command: it is not torn apart if that can be. */
    public static List<String> advice(String text, int columns) {
        int at = text.lastIndexOf(BEFORE_COMMAND);
        if (at <= 0) {
            return lines(text, columns);
        }
        List<String> lines = new ArrayList<>(lines(text.substring(0, at), columns));
        String command = text.substring(at + BEFORE_COMMAND.length());
        String together = lines.get(lines.size() - 1) + BEFORE_COMMAND + command;
        if (Columns.of(together) <= columns) {
            lines.set(lines.size() - 1, together);
        } else {
            lines.addAll(lines(command, columns));
        }
        return lines;
    }

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
