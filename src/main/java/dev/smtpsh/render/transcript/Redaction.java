package dev.smtpsh.render.transcript;

import java.util.Locale;
import java.util.Optional;

/** What is left out of a transcript. Secrets always are. */
public enum Redaction {
    SECRETS("secrets hidden, addresses kept"),
    ADDRESSES("secrets and mail addresses hidden");

    private final String words;

    Redaction(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Redaction> named(String label) {
        for (Redaction redaction : values()) {
            if (redaction.label().equals(label)) {
                return Optional.of(redaction);
            }
        }
        return Optional.empty();
    }
}
