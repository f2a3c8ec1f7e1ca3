package dev.smtpsh.script.reading;

import dev.smtpsh.script.syntax.Span;

/** Ends the reading of a line; never leaves this package. */
final class Mistake extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Span span;
    private final String mend;

    Mistake(Span span, String words, String mend) {
        super(words, null, false, false);
        this.span = span;
        this.mend = mend;
    }

    Span span() {
        return span;
    }

    String mend() {
        return mend;
    }
}
