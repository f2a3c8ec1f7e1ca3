package dev.smtpsh.practice.mail;

import dev.smtpsh.smtp.Octets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A message while it comes in after 354. It ends with CRLF, dot, CRLF and, unless a scenario says so, with nothing else
 * (RFC 5321 4.1.1.4, 2.3.8); of two dots at the start of a line one is taken out (RFC 5321 4.5.2).
 */
public final class DottedText {
    private static final Octets END = Octets.latin1(".\r\n");
    private static final Octets END_LF = Octets.latin1(".\n");
    private static final String CR_DOT_CR = "\r.\r";

    private final Content content;
    private final int longest;
    private final Set<DotEnd> ends;
    private boolean atLineStart = true;
    private boolean afterLf;
    private Octets rest = Octets.EMPTY;
    private int lines;
    private int longLine;

    /**
     * @param longest octets of a line with its CRLF
     * @param ends what ends it too
     */
    public DottedText(Content content, int longest, Set<DotEnd> ends) {
        this.content = content;
        this.longest = longest;
        this.ends = ends.isEmpty() ? Set.of() : EnumSet.copyOf(ends);
    }

    /** Takes a line with its line end; whether it was the end. */
    public boolean ends(Octets line, boolean cut) {
        if ((atLineStart && line.equals(END)) || wrongEnd(line)) {
            return true;
        }
        int at = ends.contains(DotEnd.CR_DOT_CR) ? line.latin1().indexOf(CR_DOT_CR) : -1;
        if (at >= 0) {
            content.add(line.slice(0, at));
            rest = line.slice(at + CR_DOT_CR.length());
            return true;
        }
        lines++;
        Octets plain = atLineStart && line.length() > 0 && line.at(0) == '.' ? line.slice(1) : line;
        if (longLine == 0 && (cut || plain.length() > longest)) {
            longLine = lines;
        }
        // The end of a cut line is not known; it was most probably an ordinary one.
        atLineStart = cut || crlf(line);
        afterLf = !atLineStart;
        content.add(plain);
        return false;
    }

    public Content content() {
        return content;
    }

    /** What came behind an end in the middle of a line, and is no part of the message. */
    public Octets rest() {
        return rest;
    }

    /** How many lines have come. */
    public int lines() {
        return lines;
    }

    /** The number of the first line that was too long, or 0. */
    public int longLine() {
        return longLine;
    }

    private boolean wrongEnd(Octets line) {
        Optional<DotEnd> end = Optional.empty();
        if (line.equals(END) && afterLf) {
            end = Optional.of(DotEnd.LF_DOT_CRLF);
        } else if (line.equals(END_LF)) {
            end = Optional.of(afterLf ? DotEnd.LF_DOT_LF : DotEnd.CRLF_DOT_LF);
        }
        return end.filter(ends::contains).isPresent();
    }

    private static boolean crlf(Octets line) {
        int end = line.length();
        return end >= 2 && line.at(end - 2) == '\r' && line.at(end - 1) == '\n';
    }
}
