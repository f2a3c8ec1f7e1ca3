package dev.smtpsh.cli.setting;

import dev.smtpsh.config.Key;
import dev.smtpsh.config.Settings;
import java.util.Locale;
import java.util.Optional;

/** The name to say in EHLO. */
public final class GreetingName {
    private GreetingName() {}

    /** What a server will make of a chosen name that is none for it (RFC 5321 2.3.5, 4.1.1.1); empty if it is fine. */
    public static Optional<String> remark(Settings settings) {
        return settings.helo()
                .filter(GreetingName::poor)
                .map(name -> settings.of(Key.HELO).origin().words() + ": " + name
                        + " is no full host name. Many servers refuse it, or think less of the mail. "
                        + "Name one that the DNS knows, such as probe.example.org.");
    }

    private static boolean poor(String name) {
        boolean literal = name.startsWith("[") && name.endsWith("]");
        String lower = name.toLowerCase(Locale.ROOT);
        boolean local = lower.equals("localhost") || lower.startsWith("localhost.") || lower.endsWith(".local");
        return !literal && (local || lower.indexOf('.') < 1 || lower.endsWith("."));
    }
}
