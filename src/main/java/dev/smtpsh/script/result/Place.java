package dev.smtpsh.script.result;

import dev.smtpsh.script.syntax.Span;

/**
 * Where a line stands.
 *
 * @param text the line as it is written, without what is secret
 */
public record Place(String file, Span span, String text) {
    /** {@code probe.smtp:31:1}. */
    public String where() {
        return file + ":" + span.line() + ":" + span.column();
    }
}
