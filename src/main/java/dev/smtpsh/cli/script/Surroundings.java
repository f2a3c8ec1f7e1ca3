package dev.smtpsh.cli.script;

import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.shell.ask.Questions;
import dev.smtpsh.shell.connect.Connector;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What runs are surrounded by.
 *
 * @param in standard input
 * @param plain standard output, for what programs read
 * @param out standard output, for people
 * @param err standard error, for people
 * @param progress standard error if it is a terminal, for a line that is written over
 * @param environment the environment variables
 * @param helo what this machine calls itself
 * @param connectors makes a connector with its own practice servers, with patience for each reply
 */
public record Surroundings(
        InputStream in,
        PrintStream plain,
        Consumer<StyledText> out,
        Consumer<StyledText> err,
        Optional<PrintStream> progress,
        Drawing drawing,
        Map<String, String> environment,
        String helo,
        String version,
        Function<Optional<Duration>, Connector> connectors,
        Supplier<Annotator> annotator,
        Questions questions) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }
}
