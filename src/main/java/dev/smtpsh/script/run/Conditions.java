package dev.smtpsh.script.run;

import dev.smtpsh.script.talk.Disclosure;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a run is given from outside.
 *
 * @param given variables, which win over {@code @var}
 * @param builtin variables, which everything wins over
 * @param secrets values of {@code @secret}
 * @param timeout patience for each reply, which wins over {@code @timeout}
 * @param noDeliver whether to stop before a message is sent
 * @param disclosure whether {@code auth} logs in where somebody else could read the password
 */
public record Conditions(
        Map<String, String> given,
        Map<String, String> builtin,
        Map<String, String> secrets,
        Optional<Duration> timeout,
        boolean noDeliver,
        Disclosure disclosure) {
    public Conditions {
        given = Map.copyOf(given);
        builtin = Map.copyOf(builtin);
        secrets = Map.copyOf(secrets);
    }

    /** Without the values. */
    @Override
    public String toString() {
        return "Conditions of " + given.keySet() + " and " + secrets.size() + " secrets";
    }
}
