package dev.smtpsh.practice.mail;

import dev.smtpsh.smtp.Octets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message the server took.
 *
 * @param id what the server called it in its reply
 * @param name what the client called itself
 * @param user who was logged in
 * @param secured whether it came inside TLS
 * @param reversePath without brackets; empty for the null reverse-path
 * @param parameters those of MAIL, as typed
 * @param content with the dots taken out again, otherwise byte for byte; the final dot is no part of it
 * @param at by the practice clock
 */
public record StoredMessage(
        String id,
        String name,
        Optional<String> user,
        boolean secured,
        String reversePath,
        List<String> parameters,
        List<Recipient> recipients,
        Octets content,
        Instant at) {
    public StoredMessage {
        parameters = List.copyOf(parameters);
        recipients = List.copyOf(recipients);
    }

    /**
     * One recipient.
     *
     * @param path without brackets
     * @param parameters those of RCPT, as typed
     */
    public record Recipient(String path, List<String> parameters) {
        public Recipient {
            parameters = List.copyOf(parameters);
        }
    }
}
