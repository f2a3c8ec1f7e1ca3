package dev.smtpsh.annotate;

import java.util.Locale;

/** What a reply is about. */
public enum Scope {
    RECIPIENT,
    MESSAGE,
    SENDER,
    CONNECTION,
    DOMAIN,
    SESSION;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
