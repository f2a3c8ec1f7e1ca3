package dev.smtpsh.script.reading;

import dev.smtpsh.script.syntax.Problem;
import dev.smtpsh.script.syntax.Problems;
import dev.smtpsh.script.syntax.ScriptLimits;
import dev.smtpsh.script.syntax.Span;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Sensitivity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a file as text; what cannot be text is a problem of its line. */
final class SourceLines {
    private static final int BYTE_ORDER_MARK = 0xfeff;

    private SourceLines() {}

    static List<String> of(String file, Octets octets, Problems problems) {
        if (octets.length() > ScriptLimits.FILE_SIZE) {
            problems.add(new Problem(
                    file,
                    new Span(1, 1, 1),
                    "",
                    "the file has " + octets.length() + " octets, and " + ScriptLimits.FILE_SIZE + " are the most",
                    "send a long message from a file of its own: <<< message.eml"));
            return List.of();
        }
        if (ends(octets) > ScriptLimits.LINES) {
            problems.add(new Problem(
                    file,
                    new Span(1, 1, 1),
                    "",
                    "the file has " + ends(octets) + " lines, and " + ScriptLimits.LINES + " are the most",
                    "go over a table instead: for row in file \"rows.csv\""));
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        int begin = 0;
        for (int at = 0; at < octets.length(); at++) {
            if (octets.at(at) == '\n') {
                lines.add(line(file, octets.slice(begin, at + 1).withoutLineEnd(), lines.size() + 1, problems));
                begin = at + 1;
            }
        }
        if (begin < octets.length()) {
            lines.add(line(file, octets.slice(begin), lines.size() + 1, problems));
        }
        return lines;
    }

    private static int ends(Octets octets) {
        int ends = 0;
        for (int at = 0; at < octets.length(); at++) {
            ends += octets.at(at) == '\n' ? 1 : 0;
        }
        return ends;
    }

    private static String line(String file, Octets octets, int number, Problems problems) {
        if (octets.length() > ScriptLimits.LINE_LENGTH) {
            problems.add(new Problem(
                    file,
                    new Span(number, 1, 1),
                    shown(octets.slice(0, ScriptLimits.SHOWN_LINE).text()),
                    "the line has " + octets.length() + " octets, and " + ScriptLimits.LINE_LENGTH + " are the most",
                    "send it from a file: bytes FILE"));
            return "";
        }
        Optional<String> text = octets.utf8();
        if (text.isEmpty()) {
            problems.add(new Problem(
                    file,
                    new Span(number, 1, 1),
                    shown(octets.text()),
                    "the line is not UTF-8",
                    "save the file as UTF-8; raw \"\\xE9\" sends such octets"));
            return "";
        }
        boolean marked = number == 1 && !text.get().isEmpty() && text.get().charAt(0) == BYTE_ORDER_MARK;
        return marked ? text.get().substring(1) : text.get();
    }

    /** A line as it may be shown: bounded, and without what is secret in it. */
    static String shown(String line) {
        int indent = line.length() - line.stripLeading().length();
        Command.Line command = new Command.Line(Octets.utf8(line.substring(indent)));
        String shown = command.sensitivity() == Sensitivity.PLAIN
                ? line
                : line.substring(0, indent) + command.redacted().text();
        return shown.length() > ScriptLimits.SHOWN_LINE ? shown.substring(0, ScriptLimits.SHOWN_LINE) + "..." : shown;
    }
}
