package dev.smtpsh.annotate;

import java.util.Locale;

/** Whether sending the same again can help. */
public enum Retry {
    NO,
    LATER,
    AFTER_FIX,
    NOT_NEEDED;

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
