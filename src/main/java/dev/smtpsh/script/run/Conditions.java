package dev.smtpsh.script.run;

import dev.smtpsh.script.talk.Disclosure;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a run is given from outside.
 *
 * @param given variables, which win over {@code @var}
 * @param builtin variables, which everything wins over; asked for once in each run
 * @param secrets values of {@code @secret}
 * @param timeout patience for each reply, which wins over {@code @timeout}
 * @param noDeliver whether to stop before a message is sent
 * @param disclosure whether {@code auth} logs in where somebody else could read the password
 */
public record Conditions(
        Map<String, String> given,
        Function<String, Optional<String>> builtin,
        Map<String, String> secrets,
        Optional<Duration> timeout,
        boolean noDeliver,
        Disclosure disclosure) {
    public Conditions {
        given = Map.copyOf(given);
        secrets = Map.copyOf(secrets);
    }

    /** Without the values. */
    @Override
    public String toString() {
        return "Conditions of " + given.keySet() + " and " + secrets.size() + " secrets";
    }
}
