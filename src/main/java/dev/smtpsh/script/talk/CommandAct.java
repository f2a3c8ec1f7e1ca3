package dev.smtpsh.script.talk;

import dev.smtpsh.script.syntax.Expectation;
import dev.smtpsh.session.Failure;
import dev.smtpsh.session.Outcome;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.state.Stage;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A command for the server. */
public record CommandAct(Voice voice, Command command, String words, Optional<Expectation> usual) implements Act {
    private static final Pattern DELIVERING = Pattern.compile("(?s)(?:.*\n)?(?:DATA|BDAT|BURL)(?:[ \r\n].*)?");

    @Override
    public Outcome make(Optional<Duration> limit) {
        boolean group = command instanceof Command.Raw;
        Outcome outcome = limit.isEmpty() && !group ? voice.send(command) : within(limit);
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

    @Override
    public boolean delivers() {
        String sent = command.encoded().latin1().toUpperCase(Locale.ROOT);
        return message() || DELIVERING.matcher(sent).matches();
    }

    private Outcome within(Optional<Duration> limit) {
        Optional<Failure> failure = voice.post(command);
        return failure.isPresent() ? voice.came(new Outcome.Failed(failure.get())) : voice.await(limit);
    }
}
