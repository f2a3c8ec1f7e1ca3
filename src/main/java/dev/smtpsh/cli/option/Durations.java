package dev.smtpsh.cli.option;

import dev.smtpsh.config.kind.Span;
import java.time.Duration;
import java.util.Optional;

/** Reads spans of time as people write them: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}; a bare number is seconds. */
public final class Durations {
    private Durations() {}

    public static Duration read(Flag flag, String text) throws Usage {
        Optional<Duration> span = Span.read(text);
        if (span.isEmpty()) {
            throw wrong(flag, text);
        }
        return span.get();
    }

    private static Usage wrong(Flag flag, String text) {
        return new Usage(
                "--" + flag.word() + " cannot read " + text + " as a time",
                "It is no number with a unit, or out of bounds",
                "Write " + new Span().grammar() + ".");
    }
}
