package dev.smtpsh.script.talk;

import dev.smtpsh.script.syntax.Expectation;
import dev.smtpsh.session.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Opening, waiting, logging in.
 *
 * @param continuing whether it goes by what was said before on the connection
 */
public record OtherAct(
        String words, Optional<Expectation> usual, boolean continuing, Function<Optional<Duration>, Outcome> deed)
        implements Act {
    @Override
    public Outcome make(Optional<Duration> limit) {
        return deed.apply(limit);
    }
}
