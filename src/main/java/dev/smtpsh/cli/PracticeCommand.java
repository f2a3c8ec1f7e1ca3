package dev.smtpsh.cli;

import dev.smtpsh.cli.learn.Watch;
import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.cli.page.HelpPage;
import dev.smtpsh.datafile.Complaint;
import dev.smtpsh.practice.Mailbox;
import dev.smtpsh.practice.PracticeLimits;
import dev.smtpsh.practice.PracticeListener;
import dev.smtpsh.practice.PracticeServer;
import dev.smtpsh.practice.Setup;
import dev.smtpsh.practice.scenario.Scenario;
import dev.smtpsh.practice.scenario.ScenarioFile;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import dev.smtpsh.render.Safe;
import dev.smtpsh.render.Wrap;
import dev.smtpsh.shell.means.ExitCode;
import dev.smtpsh.smtp.Octets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

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
            list(Looks.read(arguments, streams).drawing().width());
            return ExitCode.FINE;
        }
        if (arguments.rest().size() > 1) {
            throw new Usage("one scenario only", "A server plays one at a time", "See smtpsh practice --list.");
        }
        Optional<Scenario> scenario = scenario(arguments);
        return scenario.isPresent() ? serve(scenario.get(), arguments) : ExitCode.USAGE;
    }

    private Optional<Scenario> scenario(Arguments arguments) throws Usage {
        Optional<String> wanted = arguments.value(Flag.SCENARIO);
        if (wanted.isPresent() && !arguments.rest().isEmpty()) {
            throw new Usage(
                    "one scenario only", "It is named twice", "Write practice --scenario NAME, or practice NAME.");
        }
        String name = wanted.or(() -> arguments.rest().stream().findFirst()).orElse("normal");
        Optional<Scenario> shipped = ShippedScenarios.named(name);
        return shipped.isPresent() ? shipped : wanted.isPresent() ? own(name) : fail(name);
    }

    private static Optional<Scenario> fail(String name) throws Usage {
        throw unknown(name);
    }

    // A scenario of one's own, such as a teacher writes for a class.
    private Optional<Scenario> own(String name) throws Usage {
        Path file = Path.of(name);
        if (!Files.exists(file)) {
            throw new Usage(
                    "no scenario and no file is called " + name,
                    "--scenario wants one of both",
                    "See smtpsh practice --list, and docs/scenarios.md for files.");
        }
        try {
            ScenarioFile read = ScenarioFile.read(name, Files.readString(file));
            for (Complaint complaint : read.complaints()) {
                streams.err().println(Safe.visible(Octets.utf8(complaint.toString())));
            }
            if (read.scenario().isEmpty()) {
                streams.err()
                        .println("smtpsh: " + Safe.visible(Octets.utf8(name))
                                + " cannot be played. docs/scenarios.md tells the keys.");
            }
            return read.scenario();
        } catch (IOException e) {
            throw new Usage("cannot read " + name, String.valueOf(e.getMessage()), "Name a file of YAML.");
        }
    }

    private ExitCode serve(Scenario scenario, Arguments arguments) throws Usage {
        InetAddress address = address(arguments);
        int port = arguments.number(Flag.PORT, 1, 65535).orElse(0);
        PracticeListener listener = listener(scenario, arguments);
        try (PracticeServer server = PracticeServer.start(
                scenario, Setup.ordinary().at(address).onPort(port).toldTo(listener))) {
            String host = address.getHostAddress().indexOf(':') < 0
                    ? address.getHostAddress()
                    : "[" + address.getHostAddress() + "]";
            streams.out().println("practice server " + scenario.name() + " on " + host + ":" + server.port());
            streams.out().println(scenario.about());
            streams.out().println("Talk to it:  smtpsh " + host + ":" + server.port() + "    Ctrl-C ends it.");
            streams.out().flush();
            awaitInterrupt();
            return ExitCode.INTERRUPTED;
        } catch (IOException e) {
            streams.err()
                    .println("smtpsh: cannot listen on " + address.getHostAddress() + ":" + port + ": " + e.getMessage()
                            + ". Another program may have the port; leave --port out for a free one.");
            return ExitCode.UNREACHABLE;
        }
    }

    private PracticeListener listener(Scenario scenario, Arguments arguments) throws Usage {
        Watch.Tale tale = arguments.has(Flag.LOG)
                ? Watch.Tale.EVERYTHING
                : arguments.has(Flag.PROGRESS) ? Watch.Tale.TASKS : Watch.Tale.NOTHING;
        Optional<String> folder = arguments.value(Flag.MAILBOX);
        try {
            Optional<Mailbox> mailbox = folder.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Mailbox.in(Path.of(folder.get()), scenario.host(), PracticeLimits.DEFAULT));
            return new Watch(tale, mailbox, streams.out(), streams.err());
        } catch (IOException | InvalidPathException e) {
            throw new Usage(
                    "cannot keep messages in " + folder.orElse(""),
                    String.valueOf(e.getMessage()),
                    "Name a folder that can be written to; it is made if it is not there.");
        }
    }

    private void list(int width) {
        int widest =
                ShippedScenarios.names().stream().mapToInt(String::length).max().orElse(0);
        for (Scenario scenario : ShippedScenarios.all()) {
            String before = scenario.name();
            for (String line : Wrap.lines(heading(scenario.title()) + scenario.about(), width - widest - 2)) {
                streams.out().println(before + " ".repeat(widest + 2 - before.length()) + line);
                before = "";
            }
        }
    }

    // A title that asks something has its sign already.
    private static String heading(String title) {
        return title.endsWith("?") ? title + " " : title + ". ";
    }

    // It takes mail from anybody, so that others are let in only by two words.
    private static InetAddress address(Arguments arguments) throws Usage {
        String wanted = arguments.value(Flag.LISTEN).orElse("127.0.0.1");
        InetAddress address = literal(wanted);
        if (!address.isLoopbackAddress() && !arguments.has(Flag.YES_EXPOSE)) {
            throw new Usage(
                    "--listen " + wanted + " would let other machines in",
                    "The practice server takes mail from anybody, and its passwords are known",
                    "Add --yes-expose if that is what you want.");
        }
        return address;
    }

    private static InetAddress literal(String wanted) throws Usage {
        try {
            if (wanted.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
                return InetAddress.getByName(wanted);
            }
        } catch (UnknownHostException e) {
            // It only looks like an address.
        }
        throw new Usage(
                "--listen wants an IP address, not " + wanted,
                "A name may have several, and may lead elsewhere tomorrow",
                "For example --listen 127.0.0.1.");
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
