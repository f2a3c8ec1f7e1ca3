package dev.smtpsh.shell.assist;

import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.extension.Parameter;
import dev.smtpsh.smtp.state.SessionState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The parameters that a server offers. */
public final class Parameters {
    private Parameters() {}

    /** Those of a verb, as they are typed; one that wants a value ends in {@code =...}. */
    public static List<String> offered(Verb verb, Optional<SessionState> state) {
        return Arrays.stream(Parameter.values())
                .filter(parameter -> parameter.verb() == verb)
                .filter(parameter ->
                        state.filter(now -> now.offers(parameter.extension())).isPresent())
                .map(parameter -> parameter.text().endsWith("=") ? parameter.text() + "..." : parameter.text())
                .toList();
    }
}
