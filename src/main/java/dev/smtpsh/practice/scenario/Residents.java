package dev.smtpsh.practice.scenario;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who lives here.
 *
 * @param domains local domains in lower case, each with its mailboxes; {@code *} takes every local part
 * @param users user names with their passwords
 */
public record Residents(Map<String, List<String>> domains, Map<String, String> users) {
    public Residents {
        domains = Map.copyOf(domains);
        users = Map.copyOf(users);
    }

    public boolean local(String domain) {
        return domains.containsKey(domain.toLowerCase(Locale.ROOT));
    }

    /** Whether a local domain has a mailbox; letter case is ignored. */
    public boolean has(String localPart, String domain) {
        return domains.getOrDefault(domain.toLowerCase(Locale.ROOT), List.of()).stream()
                .anyMatch(name -> name.equals("*") || name.equalsIgnoreCase(localPart));
    }

    public Optional<String> passwordOf(String user) {
        return Optional.ofNullable(users.get(user));
    }
}
