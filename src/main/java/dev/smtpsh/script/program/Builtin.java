package dev.smtpsh.script.program;

import java.security.SecureRandom;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The variables that have a value without being given one. */
public final class Builtin {
    private static final List<String> NAMES = List.of("helo", "run.id", "run.date");

    private Builtin() {}

    /**
     * The value of one; {@code run.id} has another one each time.
     *
     * @param helo what this machine calls itself
     */
    public static Optional<String> named(String name, String helo) {
        return switch (name) {
            case "helo" -> Optional.of(helo);
            case "run.id" -> Optional.of(String.format("%016x", new SecureRandom().nextLong()));
            case "run.date" ->
                Optional.of(DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
                        .format(ZonedDateTime.now()));
            default -> Optional.empty();
        };
    }

    /** The values of all of them. */
    public static Map<String, String> of(String helo) {
        Map<String, String> values = new HashMap<>();
        NAMES.forEach(name -> named(name, helo).ifPresent(value -> values.put(name, value)));
        return values;
    }
}
