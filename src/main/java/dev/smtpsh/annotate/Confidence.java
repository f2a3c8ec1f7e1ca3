package dev.smtpsh.annotate;

import java.util.Locale;

/** How sure an explanation is. */
public enum Confidence {
    CERTAIN,
    LIKELY,
    GUESS;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
