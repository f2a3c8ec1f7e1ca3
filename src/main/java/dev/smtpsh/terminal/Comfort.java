package dev.smtpsh.terminal;

/**
 * What a terminal is to offer besides plain lines.
 *
 * @param colours whether our own lines may be dimmed
 * @param suggestions whether the next line is suggested behind the cursor
 * @param hints whether two lines below tell about what is being typed
 */
public record Comfort(boolean colours, boolean suggestions, boolean hints) {
    /** What both offer. */
    Comfort and(Comfort other) {
        return new Comfort(colours && other.colours, suggestions && other.suggestions, hints && other.hints);
    }

    Comfort none() {
        return new Comfort(false, false, false);
    }
}
