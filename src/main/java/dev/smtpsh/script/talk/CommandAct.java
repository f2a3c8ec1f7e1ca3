package dev.smtpsh.script.talk;

import dev.smtpsh.script.syntax.Expectation;
import dev.smtpsh.session.Failure;
import dev.smtpsh.session.Outcome;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.state.Stage;
import java.time.Duration;
import java.util.Optional;

/** A command for the server. */
public record CommandAct(Voice voice, Command command, String words, Optional<Expectation> usual) implements Act {
    @Override
    public Outcome make(Optional<Duration> limit) {
        Outcome outcome = limit.isEmpty() ? voice.send(command) : within(limit);
        voice.journal().over(message() ? Stage.MESSAGE : Stage.OTHER);
        if (outcome instanceof Outcome.Answered answered) {
            voice.journal().keep(answered.exchange(), () -> voice.send(command));
        }
        return outcome;
    }

    @Override
    public void begin() {
        voice.post(command);
    }

    @Override
    public boolean message() {
        return Stage.of(command) == Stage.MESSAGE;
    }

    private Outcome within(Optional<Duration> limit) {
        Optional<Failure> failure = voice.post(command);
        return failure.isPresent() ? voice.came(new Outcome.Failed(failure.get())) : voice.await(limit);
    }
}
