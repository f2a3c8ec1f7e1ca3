package dev.smtpsh.cli;

import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.cli.page.HelpPage;
import dev.smtpsh.datafile.Complaint;
import dev.smtpsh.practice.PracticeServer;
import dev.smtpsh.practice.Setup;
import dev.smtpsh.practice.scenario.Scenario;
import dev.smtpsh.practice.scenario.ScenarioFile;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import dev.smtpsh.render.teaching.EventLine;
import dev.smtpsh.shell.means.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** {@code smtpsh practice}: runs the practice server until it is interrupted. */
final class PracticeCommand {
    private final Streams streams;

    PracticeCommand(Streams streams) {
        this.streams = streams;
    }

    /** Whether somebody sits at a terminal and asks for nothing but a server: they want to talk to it. */
    static boolean wantsPrompt(List<String> arguments, Streams streams) {
        boolean plain =
                arguments.size() <= 2 && !arguments.get(arguments.size() - 1).startsWith("-");
        return plain && streams.inputTerminal() && streams.outputTerminal();
    }

    ExitCode run(List<String> given) throws Usage {
        Arguments arguments = Arguments.read("practice", given);
        if (arguments.has(Flag.HELP)) {
            streams.out().print(HelpPage.practice());
            return ExitCode.FINE;
        }
        if (arguments.has(Flag.LIST)) {
            for (Scenario scenario : ShippedScenarios.all()) {
                streams.out().printf("%-14s %-24s %s%n", scenario.name(), scenario.title(), scenario.about());
            }
            return ExitCode.FINE;
        }
        if (arguments.rest().size() > 1) {
            throw new Usage("one scenario only", "A server plays one at a time", "See smtpsh practice --list.");
        }
        return serve(scenario(arguments), arguments.number(Flag.PORT, 1, 65535).orElse(0), arguments.has(Flag.LOG));
    }

    private static Scenario scenario(Arguments arguments) throws Usage {
        Optional<String> wanted = arguments.value(Flag.SCENARIO);
        if (wanted.isPresent() && !arguments.rest().isEmpty()) {
            throw new Usage(
                    "one scenario only", "It is named twice", "Write practice --scenario NAME, or practice NAME.");
        }
        String name = wanted.or(() -> arguments.rest().stream().findFirst()).orElse("normal");
        Optional<Scenario> shipped = ShippedScenarios.named(name);
        return shipped.isPresent() ? shipped.get() : wanted.isPresent() ? own(name) : fail(name);
    }

    private static Scenario fail(String name) throws Usage {
        throw unknown(name);
    }

    // A scenario of one's own, such as a teacher writes for a class.
    private static Scenario own(String name) throws Usage {
        Path file = Path.of(name);
        if (!Files.exists(file)) {
            throw new Usage(
                    "no scenario and no file is called " + name,
                    "--scenario wants one of both",
                    "See smtpsh practice --list, and docs/scenarios.md for files.");
        }
        try {
            ScenarioFile read = ScenarioFile.read(name, Files.readString(file));
            if (read.scenario().isEmpty()) {
                throw new Usage(
                        "the scenario cannot be played",
                        read.complaints().stream().map(Complaint::toString).collect(Collectors.joining("; ")),
                        "Mend the file; docs/scenarios.md tells the keys.");
            }
            return read.scenario().get();
        } catch (IOException e) {
            throw new Usage("cannot read " + name, String.valueOf(e.getMessage()), "Name a file of YAML.");
        }
    }

    private ExitCode serve(Scenario scenario, int port, boolean log) {
        Setup setup = Setup.ordinary().onPort(port).toldTo(event -> {
            if (log) {
                streams.out().println(EventLine.of(event));
            }
        });
        try (PracticeServer server = PracticeServer.start(scenario, setup)) {
            streams.out().println("practice server " + scenario.name() + " on 127.0.0.1:" + server.port());
            streams.out().println(scenario.about());
            streams.out().println("Talk to it:  smtpsh 127.0.0.1:" + server.port() + "    Ctrl-C ends it.");
            streams.out().flush();
            awaitInterrupt();
            return ExitCode.INTERRUPTED;
        } catch (IOException e) {
            streams.err()
                    .println("smtpsh: cannot listen on 127.0.0.1:" + port + ": " + e.getMessage()
                            + ". Another program may have the port; leave --port out for a free one.");
            return ExitCode.UNREACHABLE;
        }
    }

    // The process ends by a signal, whose default is to end it; nothing else wakes this up.
    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Usage unknown(String name) {
        String meant = ShippedScenarios.nearest(name)
                .map(near -> "Did you mean " + near + "?")
                .orElse("There are " + String.join(", ", ShippedScenarios.names()) + ".");
        return new Usage("no scenario is called " + name, "It is none of those that come with smtpsh", meant);
    }
}
