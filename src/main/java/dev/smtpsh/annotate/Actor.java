package dev.smtpsh.annotate;

/** Who must act. */
public enum Actor {
    YOU("you", "You."),
    YOUR_DNS("your-dns", "Whoever runs your DNS or owns your IP address."),
    RECIPIENT("recipient", "The recipient."),
    THEIR_ADMIN("their-admin", "The admin of the receiving server."),
    NOBODY("nobody", "Nobody.");

    private final String label;
    private final String words;

    Actor(String label, String words) {
        this.label = label;
        this.words = words;
    }

    public String label() {
        return label;
    }

    /** A sentence for people. */
    public String words() {
        return words;
    }
}
