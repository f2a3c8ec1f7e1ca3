package dev.smtpsh.terminal;

/**
 * What a terminal is to offer besides plain lines.
 *
 * @param colours whether our own lines may be dimmed
 * @param suggestions whether the next line is suggested behind the cursor
 * @param hints whether two lines below tell about what is being typed
 */
public record Comfort(boolean colours, boolean suggestions, boolean hints) {
    Comfort none() {
        return new Comfort(false, false, false);
    }
}
