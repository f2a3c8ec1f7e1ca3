package dev.smtpsh.practice.dialogue;

import dev.smtpsh.practice.mail.StoredMessage;
import java.util.ArrayList;
import java.util.List;

/** A mail transaction: what MAIL began and RCPT adds to (RFC 5321 3.3). */
final class Transaction {
    private final String reversePath;
    private final List<String> parameters;
    private final boolean international;
    private final List<StoredMessage.Recipient> recipients = new ArrayList<>();

    Transaction(String reversePath, List<String> parameters, boolean international) {
        this.reversePath = reversePath;
        this.parameters = List.copyOf(parameters);
        this.international = international;
    }

    String reversePath() {
        return reversePath;
    }

    List<String> parameters() {
        return parameters;
    }

    /** Whether the message may hold any octets, so that only BDAT can carry it (RFC 3030 3). */
    boolean binary() {
        return parameters.stream().anyMatch("BODY=BINARYMIME"::equalsIgnoreCase);
    }

    boolean international() {
        return international;
    }

    List<StoredMessage.Recipient> recipients() {
        return recipients;
    }

    void add(StoredMessage.Recipient recipient) {
        recipients.add(recipient);
    }
}
