package dev.smtpsh.cli;

import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.cli.login.Operator;
import dev.smtpsh.cli.login.TtyQuestions;
import dev.smtpsh.cli.lookup.LookupCommands;
import dev.smtpsh.cli.lookup.ResolverOptions;
import dev.smtpsh.cli.lookup.TlsCommand;
import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.cli.page.HelpPage;
import dev.smtpsh.cli.script.Ahead;
import dev.smtpsh.cli.script.FormatCommand;
import dev.smtpsh.cli.script.RunCommand;
import dev.smtpsh.cli.script.Surroundings;
import dev.smtpsh.cli.setting.TlsOptions;
import dev.smtpsh.dns.query.NameService;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.session.setting.SessionSettings;
import dev.smtpsh.shell.connect.Detour;
import dev.smtpsh.shell.connect.NetConnector;
import dev.smtpsh.shell.face.Face;
import dev.smtpsh.shell.face.JsonFace;
import dev.smtpsh.shell.face.TextFace;
import dev.smtpsh.shell.means.ExitCode;
import dev.smtpsh.smtp.command.Spelling;
import dev.smtpsh.wire.Dialer;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Finds the command that is meant and runs it. */
public final class Cli {
    /** smtpsh itself failed; sysexits calls it EX_SOFTWARE. */
    private static final int OWN_FAULT = 70;

    private static final List<String> COMMANDS = List.of(
            "annotate",
            "completions",
            "explain",
            "format",
            "help",
            "learn",
            "mx",
            "practice",
            "ptr",
            "rules",
            "run",
            "tls");

    private final Streams streams;
    private final String version;

    private Cli(Streams streams, String version) {
        this.streams = streams;
        this.version = version;
    }

    /** The command line of this process. */
    public static Cli over(Streams streams, String version) {
        return new Cli(streams, version);
    }

    private static ExitCode script(Streams streams, String version, String word, List<String> given) throws Usage {
        Arguments arguments = Arguments.read(word, given);
        if (arguments.has(Flag.HELP)) {
            streams.out().print(HelpPage.script(word));
            return ExitCode.FINE;
        }
        Looks looks = Looks.read(arguments, streams);
        Consumer<StyledText> err = looks.onto(streams.err()::print);
        if (word.equals("format")) {
            return new FormatCommand(streams.in(), streams.out(), err).run(arguments);
        }
        Supplier<Annotator> annotator = new Knowledge(streams).whenAsked();
        if (!arguments.has(Flag.DRY_RUN)) {
            Ahead.rules(annotator);
        }
        TalkOptions options = TalkOptions.read(arguments);
        SessionSettings settings = TlsOptions.applied(arguments, options.settings());
        NameService names = ResolverOptions.read(arguments);
        Dialer dialer = options.dialer();
        List<Detour> detours = options.detours();
        PrintWriter out = streams.writer();
        Surroundings around = new Surroundings(
                streams.in(),
                streams.out(),
                looks.onto(text -> {
                    out.print(text);
                    out.flush();
                }),
                err,
                streams.errorTerminal() ? Optional.of(streams.err()) : Optional.empty(),
                looks.drawing(),
                streams.environment(),
                arguments.value(Flag.HELO).orElseGet(streams::localName),
                version,
                patience -> TlsOptions.applied(
                        arguments,
                        new NetConnector(
                                names,
                                options.family(),
                                dialer,
                                settings.withPatience(patience),
                                Clock.systemUTC(),
                                detours)),
                annotator,
                Operator.read(arguments).questions(TtyQuestions.find()));
        return RunCommand.run(arguments, around);
    }

    /** Runs; the result is the process's exit code. */
    public int run(List<String> arguments) {
        try {
            return dispatch(arguments).value();
        } catch (Usage e) {
            streams.err().println("smtpsh: " + three(e));
            return ExitCode.USAGE.value();
        } catch (RuntimeException e) {
            return fault(arguments, e);
        }
    }

    // Half a sentence each, but some come from elsewhere and have their full stop already.
    private static String three(Usage usage) {
        String why = usage.why().endsWith(".") ? usage.why() : usage.why() + ".";
        return usage.getMessage() + ". " + why + " " + usage.mend();
    }

    private ExitCode dispatch(List<String> arguments) throws Usage {
        if (arguments.isEmpty()) {
            return talk(arguments);
        }
        String first = arguments.get(0);
        if (first.equals("practice") && PracticeCommand.wantsPrompt(arguments, streams)) {
            return talk(List.of("practice:" + (arguments.size() > 1 ? arguments.get(1) : "normal")));
        }
        if (COMMANDS.contains(first)) {
            return run(first, arguments.subList(1, arguments.size()));
        }
        refuseMisspeltCommand(first, arguments.size());
        return talk(arguments);
    }

    // A switch and not a table of lambdas, each of which would make every start longer; decision 8.
    private ExitCode run(String command, List<String> arguments) throws Usage {
        return switch (command) {
            case "annotate" -> new AnnotateCommand(streams).run(arguments);
            case "completions" -> new HelpCommand(streams).completions(arguments);
            case "explain" -> new ExplainCommand(streams).run(arguments);
            case "learn" -> new LearnCommand(streams, version).run(arguments);
            case "mx", "ptr" -> lookup(streams, command, arguments);
            case "practice" -> new PracticeCommand(streams).run(arguments);
            case "format", "run" -> script(streams, version, command, arguments);
            case "tls" -> tls(streams, arguments);
            case "rules" -> new RulesCommand(streams).run(arguments);
            default -> new HelpCommand(streams).run(arguments);
        };
    }

    private static ExitCode lookup(Streams streams, String word, List<String> given) throws Usage {
        Arguments arguments = Arguments.read(word, given);
        if (arguments.has(Flag.HELP)) {
            streams.out().print(HelpPage.lookup(word));
            return ExitCode.FINE;
        }
        PrintWriter out = streams.writer();
        LookupCommands commands = new LookupCommands(face(arguments, streams, out));
        ExitCode code = word.equals("mx") ? commands.mx(arguments) : commands.ptr(arguments);
        out.flush();
        return code;
    }

    private static Face face(Arguments arguments, Streams streams, PrintWriter out) throws Usage {
        Looks looks = Looks.read(arguments, streams);
        return arguments.has(Flag.JSON)
                ? new JsonFace(out, words -> streams.err().println("smtpsh: " + words))
                : new TextFace(looks.onto(out::print), looks.drawing(), () -> 0, false);
    }

    private static ExitCode tls(Streams streams, List<String> given) throws Usage {
        Arguments arguments = Arguments.read("tls", given);
        if (arguments.has(Flag.HELP)) {
            streams.out().print(HelpPage.lookup("tls"));
            return ExitCode.FINE;
        }
        TalkOptions options = TalkOptions.read(arguments);
        PrintWriter out = streams.writer();
        ExitCode code = new TlsCommand(
                        face(arguments, streams, out),
                        ResolverOptions.read(arguments),
                        options.family(),
                        options.dialer(),
                        TlsOptions.applied(arguments, options.settings()),
                        arguments.value(Flag.HELO).orElseGet(streams::localName))
                .run(arguments);
        out.flush();
        return code;
    }

    private ExitCode talk(List<String> arguments) throws Usage {
        return new TalkCommand(streams, version).run(arguments);
    }

    // A word without a dot or colon that is nearly a command, followed by more words, is no host name.
    private void refuseMisspeltCommand(String first, int count) throws Usage {
        boolean mayBeHost = first.startsWith("-") || first.contains(".") || first.contains(":");
        Optional<String> meant = mayBeHost ? Optional.empty() : Spelling.nearest(first, COMMANDS);
        if (meant.isPresent()) {
            throw new Usage(
                    "no command " + first,
                    "It is nearly one",
                    "Did you mean " + meant.get() + "? A host of that name: --host " + first);
        }
        if (!mayBeHost && count > 1 && !first.equals("localhost") && !first.equals("practice")) {
            throw new Usage(
                    "no command " + first,
                    "And no host, as more words follow it",
                    "There are " + String.join(", ", COMMANDS) + "; see smtpsh --help.");
        }
    }

    private int fault(List<String> arguments, RuntimeException e) {
        streams.err()
                .println("smtpsh: a fault of smtpsh itself, not of the server: " + e
                        + ". Please report it with the output of --debug.");
        if (arguments.contains("--debug")) {
            e.printStackTrace(streams.err());
        }
        return OWN_FAULT;
    }
}
