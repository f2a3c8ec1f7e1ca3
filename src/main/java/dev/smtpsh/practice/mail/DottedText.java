package dev.smtpsh.practice.mail;

import dev.smtpsh.smtp.Octets;

/**
 * A message while it comes in after 354. It ends with CRLF, dot, CRLF and with nothing else (RFC 5321 4.1.1.4, 2.3.8);
 * of two dots at the start of a line one is taken out (RFC 5321 4.5.2).
 */
public final class DottedText {
    private static final Octets END = Octets.latin1(".\r\n");

    private final Content content;
    private final int longest;
    private boolean atLineStart = true;
    private int lines;
    private int longLine;

    /** @param longest octets of a line with its CRLF */
    public DottedText(Content content, int longest) {
        this.content = content;
        this.longest = longest;
    }

    /** Takes a line with its line end; whether it was the end. */
    public boolean ends(Octets line, boolean cut) {
        if (atLineStart && line.equals(END)) {
            return true;
        }
        lines++;
        Octets plain = atLineStart && line.length() > 0 && line.at(0) == '.' ? line.slice(1) : line;
        if (longLine == 0 && (cut || plain.length() > longest)) {
            longLine = lines;
        }
        // The end of a cut line is not known; it was most probably an ordinary one.
        atLineStart = cut || crlf(line);
        content.add(plain);
        return false;
    }

    public Content content() {
        return content;
    }

    /** The number of the first line that was too long, or 0. */
    public int longLine() {
        return longLine;
    }

    private static boolean crlf(Octets line) {
        int end = line.length();
        return end >= 2 && line.at(end - 2) == '\r' && line.at(end - 1) == '\n';
    }
}
