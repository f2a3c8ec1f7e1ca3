package dev.smtpsh.script.syntax;

import java.util.Optional;

/**
 * A statement and what stands around it.
 *
 * @param span the whole line, or a block's first one, without the blanks before it
 * @param session the conversation it is for, if it is named
 * @param soft whether its failure is counted and does not stop the file
 * @param comment after a number sign, without it
 */
public record Line(Span span, Optional<String> session, boolean soft, Statement statement, Optional<String> comment) {
    /** The same with nothing but its meaning, to compare by. */
    public Line somewhere() {
        return new Line(new Span(1, 1, 1), session, soft, Meaning.of(statement), comment);
    }
}
