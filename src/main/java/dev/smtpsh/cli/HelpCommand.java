package dev.smtpsh.cli;

import dev.smtpsh.shell.ExitCode;
import java.util.List;

/** {@code smtpsh help}. */
final class HelpCommand {
    private final Streams streams;

    HelpCommand(Streams streams) {
        this.streams = streams;
    }

    ExitCode run(List<String> arguments) throws Usage {
        String topic = arguments.isEmpty() ? "" : arguments.get(0);
        String page = switch (topic) {
            case "" -> HelpPage.overview();
            case "explain" -> HelpPage.explain();
            case "practice" -> HelpPage.practice();
            case "exit-codes" -> HelpPage.exitCodes();
            default -> throw new Usage("no help about " + topic, "There is help about explain, practice, exit-codes.");
        };
        streams.out().print(page);
        return ExitCode.FINE;
    }
}
