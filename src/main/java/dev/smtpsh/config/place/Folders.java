package dev.smtpsh.config.place;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * smtpsh's folders by the XDG Base Directory Specification: the variable if it holds an absolute path, else the place below
 * HOME. Each is empty where neither is known; nothing is then read from there or kept there.
 *
 * @param config for settings
 * @param state for what is remembered, such as history
 * @param data for what the operator adds, such as rules
 */
public record Folders(Optional<Path> config, Optional<Path> state, Optional<Path> data) {
    private static final String OURS = "smtpsh";

    public static Folders of(Map<String, String> environment) {
        return new Folders(
                folder(environment, "XDG_CONFIG_HOME", ".config"),
                folder(environment, "XDG_STATE_HOME", ".local/state"),
                folder(environment, "XDG_DATA_HOME", ".local/share"));
    }

    /** The settings file, whether it is there or not. */
    public Optional<Path> settings() {
        return config.map(folder -> folder.resolve("config"));
    }

    /** A path as it was typed, with a tilde at its beginning for HOME. */
    public static String expanded(String path, Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        boolean tilde = path.equals("~") || path.startsWith("~/");
        return tilde && !home.isEmpty() ? home + path.substring(1) : path;
    }

    // Without lambdas, which would make every start longer.
    // "All paths set in these environment variables must be absolute"; others are to be ignored.
    private static Optional<Path> folder(Map<String, String> environment, String variable, String below) {
        Optional<Path> named = absolute(environment.getOrDefault(variable, ""));
        if (named.isPresent()) {
            return Optional.of(named.get().resolve(OURS));
        }
        Optional<Path> home = absolute(environment.getOrDefault("HOME", ""));
        return home.isEmpty() ? home : Optional.of(home.get().resolve(below).resolve(OURS));
    }

    private static Optional<Path> absolute(String text) {
        try {
            Path path = Path.of(text);
            return path.isAbsolute() ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
