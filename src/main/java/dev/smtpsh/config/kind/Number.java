package dev.smtpsh.config.kind;

import java.util.Optional;

/** A whole number within bounds, both included. */
public record Number(int least, int most) implements Kind {
    @Override
    public String grammar() {
        return "a number from " + least + " to " + most;
    }

    @Override
    public Optional<Wrong> wrong(String value) {
        boolean digits = value.matches("[0-9]{1,9}");
        boolean fine = digits && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
        return fine ? Optional.empty() : Optional.of(new Wrong("It is no such number", "Write " + grammar() + "."));
    }
}
