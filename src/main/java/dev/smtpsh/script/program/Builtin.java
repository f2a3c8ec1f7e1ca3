package dev.smtpsh.script.program;

import java.security.SecureRandom;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** The variables that have a value without being given one. */
public final class Builtin {
    private Builtin() {}

    /**
     * Their values, of which {@code run.id} is another one each time.
     *
     * @param helo what this machine calls itself
     */
    public static Map<String, String> of(String helo) {
        return Map.of(
                "helo", helo,
                "run.id", String.format("%016x", new SecureRandom().nextLong()),
                "run.date",
                        DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
                                .format(ZonedDateTime.now()));
    }
}
