package dev.smtpsh.annotate;

/** How it went, in one word that leads every explanation. */
public enum Verdict {
    OK("OK", "ok"),
    GO_ON("GO ON", "go-on"),
    TRY_LATER("TRY LATER", "try-later"),
    REFUSED("REFUSED", "refused"),
    BROKEN("BROKEN", "broken"),
    CLOSED("CLOSED", "closed");

    private final String words;
    private final String label;

    Verdict(String words, String label) {
        this.words = words;
        this.label = label;
    }

    /** The words for people. */
    public String words() {
        return words;
    }

    /** The word for machines. */
    public String label() {
        return label;
    }
}
