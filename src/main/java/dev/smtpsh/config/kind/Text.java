package dev.smtpsh.config.kind;

import java.util.Optional;

/**
 * Any text that is not empty.
 *
 * @param what it is, for its grammar
 * @param blanks whether there may be blanks in it
 */
public record Text(String what, boolean blanks) implements Kind {
    /** Characters of a value at most (limit {@code settings-value}). */
    public static final int LONGEST = 4096;

    @Override
    public String grammar() {
        return what;
    }

    @Override
    public Optional<Wrong> wrong(String value) {
        if (value.isBlank()) {
            return Optional.of(new Wrong("It is empty", "Write " + what + ", or leave the line out."));
        }
        if (value.length() > LONGEST) {
            return Optional.of(new Wrong(
                    "It has " + value.length() + " characters, and " + LONGEST + " is the most", "Write less."));
        }
        boolean blank = value.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
        return blank && !blanks
                ? Optional.of(new Wrong("There is a blank in it", "Write " + what + "."))
                : Optional.empty();
    }
}
