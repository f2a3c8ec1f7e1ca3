package dev.smtpsh.script.reading;

import dev.smtpsh.script.syntax.Span;
import dev.smtpsh.script.syntax.Template;
import java.util.Optional;

/** A place in a line that moves on as it is read. */
final class Cursor {
    private final String text;
    private final int line;
    private final boolean oneEach;
    private int[] columns = new int[0];
    private int lastClose = -1;
    private int at;

    Cursor(String text, int line) {
        this.text = text;
        this.line = line;
        this.oneEach = text.chars().noneMatch(c -> Character.isSurrogate((char) c));
    }

    int at() {
        return at;
    }

    void back(int to) {
        at = to;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** Whether nothing but a comment follows. */
    boolean over() {
        skipBlanks();
        return atEnd() || text.charAt(at) == '#';
    }

    char peek() {
        return atEnd() ? '\0' : text.charAt(at);
    }

    boolean looksAt(String prefix) {
        return text.startsWith(prefix, at);
    }

    void skip(int count) {
        at += count;
    }

    void skipBlanks() {
        while (!atEnd() && blank(text.charAt(at))) {
            at++;
        }
    }

    String rest() {
        return text.substring(at);
    }

    /** What is left before a comment, without blanks at its ends. */
    String restBeforeComment() {
        skipBlanks();
        int end = at;
        while (end < text.length() && !comment(end)) {
            end++;
        }
        String rest = text.substring(at, end);
        at = end;
        return rest.stripTrailing();
    }

    private boolean comment(int index) {
        boolean before = index == 0 || blank(text.charAt(index - 1));
        boolean after = index + 1 == text.length() || blank(text.charAt(index + 1));
        return text.charAt(index) == '#' && before && after;
    }

    /** The comment that is left, and the end of the line. */
    Optional<String> comment() throws Mistake {
        skipBlanks();
        if (atEnd()) {
            return Optional.empty();
        }
        if (peek() != '#') {
            throw new Mistake(wordSpan(), "`" + word() + "` is more than this line can hold", "leave it out");
        }
        String comment = text.substring(at + 1).stripTrailing();
        at = text.length();
        return Optional.of(comment);
    }

    /** Characters up to the next blank; a variable is one piece even with blanks in it. */
    String word() {
        return wordUpTo("");
    }

    /** As {@link #word()}, but it ends before any of these characters too. */
    String wordUpTo(String ends) {
        skipBlanks();
        int begin = at;
        while (!atEnd() && !blank(text.charAt(at)) && ends.indexOf(text.charAt(at)) < 0) {
            int close = looksAt("{{") ? closing() : -1;
            at = close < 0 ? at + 1 : close + 2;
        }
        return text.substring(begin, at);
    }

    // Looked for only where there is one: a line of open braces must not be searched over and over.
    private int closing() {
        if (lastClose < 0) {
            lastClose = text.lastIndexOf("}}") + 1;
        }
        return at < lastClose ? text.indexOf("}}", at) : -1;
    }

    /** A word as it would be read, without reading it. */
    String nextWord() {
        int before = at;
        String word = word();
        at = before;
        return word;
    }

    Span wordSpan() {
        skipBlanks();
        int before = at;
        word();
        Span span = span(before, at);
        at = before;
        return span;
    }

    /** A word, or a text in quotes. */
    Template argument(String what) throws Mistake {
        skipBlanks();
        if (over()) {
            throw new Mistake(here(), what + " is missing", "");
        }
        if (peek() == '"') {
            return quoted();
        }
        int from = at;
        return Templates.read(word(), this, from);
    }

    /** A text in quotes, of which {@code \"} and {@code \\} are escapes. */
    Template quoted() throws Mistake {
        return delimited('"', "a quote closes the text: \"...\"").map(part -> part.replaceAll("\\\\([\"\\\\])", "$1"));
    }

    /** What stands between two signs, with backslashes still in it. */
    Template delimited(char sign, String mend) throws Mistake {
        int open = at++;
        int from = at;
        while (!atEnd() && text.charAt(at) != sign) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            at = text.length();
            throw new Mistake(span(open, open + 1), "the closing " + sign + " is missing", mend);
        }
        String inside = text.substring(from, at++);
        return Templates.read(inside, this, from);
    }

    Span here() {
        return span(at, at + 1);
    }

    Span span(int from, int to) {
        int column = column(from);
        return new Span(line, column + 1, Math.max(1, column(to) - column));
    }

    /** From a place to where the cursor is. */
    Span since(int from) {
        return span(from, at);
    }

    // Of a line outside the basic plane the columns are counted once.
    private int column(int index) {
        if (oneEach) {
            return Math.min(index, text.length() + 1);
        }
        if (columns.length == 0) {
            columns = new int[text.length() + 2];
            for (int i = 0; i <= text.length(); i++) {
                boolean second = i > 0 && i < text.length() && Character.isLowSurrogate(text.charAt(i));
                columns[i + 1] = columns[i] + (second ? 0 : 1);
            }
        }
        return columns[Math.min(index, text.length() + 1)];
    }

    static boolean blank(char c) {
        return c == ' ' || c == '\t';
    }
}
