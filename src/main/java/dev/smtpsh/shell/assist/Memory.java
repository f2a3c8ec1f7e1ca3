package dev.smtpsh.shell.assist;

import dev.smtpsh.smtp.state.SessionState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the conversation has shown so far, as far as it helps to type the next line.
 *
 * @param state empty while not connected
 * @param helloNames names given with EHLO, the latest first
 * @param addresses paths used or refused, the latest first
 * @param codes reply codes and enhanced status codes seen, the latest first
 * @param scenarios practice scenarios there are
 * @param conversations the names of the servers that are open, by their number
 * @param targetDomain the mail domain that was asked for; empty if it was a host
 * @param localName what this machine is called
 * @param settings what {@code set} can change, and the words each may hold; asked for when it is needed
 */
public record Memory(
        Optional<SessionState> state,
        List<String> helloNames,
        List<String> addresses,
        List<String> codes,
        List<String> scenarios,
        List<String> conversations,
        Optional<String> targetDomain,
        String localName,
        Supplier<Map<String, List<String>>> settings) {
    public Memory {
        helloNames = List.copyOf(helloNames);
        addresses = List.copyOf(addresses);
        codes = List.copyOf(codes);
        scenarios = List.copyOf(scenarios);
        conversations = List.copyOf(conversations);
    }
}
