package dev.smtpsh.shell.language;

import dev.smtpsh.smtp.Octets;
import java.util.ArrayList;
import java.util.List;

/** Lines copied from somewhere: out of a transcript they come with the marks of the tool that made it. */
public final class Paste {
    // Marks of RFCs and of this shell, of swaks, of curl, and of quoted mail.
    private static final List<String> MARKS = List.of("C: ", " -> ", "-> ", " ~> ", "~> ", "> ");

    private Paste() {}

    /** The lines of a pasted text; an empty last one, which the line end of the one before makes, is left out. */
    public static List<Octets> lines(String text) {
        List<Octets> lines = new ArrayList<>();
        for (String line : text.split("\r?\n", -1)) {
            lines.add(Octets.utf8(line));
        }
        if (lines.size() > 1 && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    /** The lines without the marks before what a client said. */
    public static List<Octets> stripped(List<Octets> lines) {
        return lines.stream().map(Paste::stripped).toList();
    }

    private static Octets stripped(Octets line) {
        String text = line.latin1();
        for (String mark : MARKS) {
            if (text.startsWith(mark)) {
                return line.slice(mark.length());
            }
        }
        return line;
    }
}
