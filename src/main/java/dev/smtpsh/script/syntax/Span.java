package dev.smtpsh.script.syntax;

/**
 * A place in a file.
 *
 * @param line from 1
 * @param column from 1, in characters
 * @param length in characters; at least 1, so that there is something to point at
 */
public record Span(int line, int column, int length) {
    /** From this place to the end of another one in the same line. */
    public Span to(Span end) {
        return new Span(line, column, Math.max(1, end.column + end.length - column));
    }
}
