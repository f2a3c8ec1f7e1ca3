package dev.smtpsh.terminal;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What of the typed lines is remembered after the shell has ended. Lines that hold a secret never are.
 *
 * @param folder where; empty to keep nothing
 * @param masked whether a line that holds a secret is kept without it, instead of not at all
 */
public record Remembering(Optional<Path> folder, boolean masked) {
    /** Nothing is kept. */
    public static final Remembering NOTHING = new Remembering(Optional.empty(), false);
}
