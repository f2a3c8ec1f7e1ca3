package dev.smtpsh.cli.learn;

import java.nio.file.Path;
import java.util.Map;

/** The folder for state, as the XDG Base Directory Specification names it. */
public final class StateFolder {
    private StateFolder() {}

    /** {@code $XDG_STATE_HOME/smtpsh}, or {@code ~/.local/state/smtpsh}. */
    public static Path of(Map<String, String> environment) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        // The specification wants relative paths ignored.
        Path base = state.startsWith("/")
                ? Path.of(state)
                : Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".local", "state");
        return base.resolve("smtpsh");
    }
}
