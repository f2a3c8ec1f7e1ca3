package dev.smtpsh.cli;

import dev.smtpsh.cli.learn.ProgressFile;
import dev.smtpsh.cli.learn.StateFolder;
import dev.smtpsh.cli.login.LoginOptions;
import dev.smtpsh.cli.login.Operator;
import dev.smtpsh.cli.login.TtyQuestions;
import dev.smtpsh.cli.lookup.ResolverOptions;
import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.cli.page.HelpPage;
import dev.smtpsh.lesson.book.ShippedLessons;
import dev.smtpsh.shell.Shell;
import dev.smtpsh.shell.ask.Questions;
import dev.smtpsh.shell.connect.Connector;
import dev.smtpsh.shell.connect.NetConnector;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.shell.face.Face;
import dev.smtpsh.shell.face.JsonFace;
import dev.smtpsh.shell.face.TextFace;
import dev.smtpsh.shell.login.Keyring;
import dev.smtpsh.shell.login.Logins;
import dev.smtpsh.shell.means.ExitCode;
import dev.smtpsh.shell.means.Identity;
import dev.smtpsh.shell.means.Manner;
import dev.smtpsh.shell.teach.Syllabus;
import dev.smtpsh.terminal.Screen;
import dev.smtpsh.wire.TcpDialer;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code smtpsh [TARGET]}: a conversation, at a terminal or through a pipe. */
final class TalkCommand {
    private final Streams streams;
    private final String version;

    TalkCommand(Streams streams, String version) {
        this.streams = streams;
        this.version = version;
    }

    ExitCode run(List<String> given) throws Usage {
        Arguments arguments = Arguments.read("talk", given);
        if (arguments.has(Flag.HELP)) {
            streams.out().print(HelpPage.overview());
            return ExitCode.FINE;
        }
        if (arguments.has(Flag.VERSION)) {
            streams.out().println("smtpsh " + version);
            return ExitCode.FINE;
        }
        Optional<TargetSpec> target = TalkOptions.read(arguments).target();
        boolean prompt = streams.inputTerminal() && streams.outputTerminal() && !arguments.has(Flag.JSON);
        if (target.isEmpty() && !prompt) {
            throw new Usage(
                    "no TARGET to talk to",
                    "There is no prompt to name one at",
                    "Name one: smtpsh HOST[:PORT]; see smtpsh --help.");
        }
        return run(arguments, new Errand(shell -> target.ifPresent(shell::open), target.isPresent(), syllabus()));
    }

    /**
     * What somebody comes for.
     *
     * @param opening what the shell begins with
     * @param connects whether that is a connection, so that it counts when none came about
     */
    record Errand(Consumer<Shell> opening, boolean connects, Syllabus syllabus) {}

    ExitCode run(Arguments arguments, Errand errand) throws Usage {
        TalkOptions options = TalkOptions.read(arguments);
        Looks looks = Looks.read(arguments, streams);
        Connector connector = new NetConnector(
                ResolverOptions.read(arguments),
                options.family(),
                new TcpDialer(options.dialing(), options.linkLimits()),
                options.settings(),
                Clock.systemUTC());
        if (streams.inputTerminal() && streams.outputTerminal() && !arguments.has(Flag.JSON)) {
            return atTerminal(arguments, errand, connector, looks);
        }
        return throughPipe(arguments, errand, connector, looks);
    }

    // Whoever types learn in the middle of a conversation wants to be remembered too.
    private Syllabus syllabus() {
        return new Syllabus(
                ShippedLessons::all,
                new ProgressFile(
                        StateFolder.of(streams.environment()),
                        words -> streams.err().println("smtpsh: " + words)),
                Optional.empty(),
                System::nanoTime);
    }

    private Identity identity() {
        return new Identity(streams.localName(), version);
    }

    private ExitCode throughPipe(Arguments arguments, Errand errand, Connector connector, Looks looks) throws Usage {
        PrintWriter out = streams.writer();
        Face face = arguments.has(Flag.JSON)
                ? new JsonFace(out, words -> streams.err().println("smtpsh: " + words))
                : new TextFace(
                        looks.onto(text -> {
                            out.print(text);
                            out.flush();
                        }),
                        looks.drawing(),
                        () -> 0,
                        true);
        Shell shell = shell(arguments, connector, face, TtyQuestions.find(), errand.syllabus());
        ExitCode code = new Talk(streams).run(shell, errand.opening());
        out.flush();
        return code;
    }

    private ExitCode atTerminal(Arguments arguments, Errand errand, Connector connector, Looks looks) throws Usage {
        try (Screen screen = Screen.open(looks.comfort(streams))) {
            Face face = new TextFace(
                    looks.onto(screen::print), looks.drawing(), () -> looks.fixedWidth() ? 0 : screen.width(), false);
            Shell shell = shell(arguments, connector, face, screen.questions(), errand.syllabus());
            if (!errand.connects()) {
                face.note("smtpsh " + version + ". open HOST connects, open practice opens a server to practise on, "
                        + "learn begins a lesson, "
                        + "help lists the words.");
            }
            boolean interrupted = screen.run(shell, errand.opening());
            shell.leave();
            if (interrupted) {
                return ExitCode.INTERRUPTED;
            }
            // People hate a red prompt after a look around: only a connection that never stood counts.
            boolean failed = errand.connects() && !shell.everConnected();
            return failed ? shell.exitCode() : ExitCode.FINE;
        } catch (IOException e) {
            streams.err()
                    .println("smtpsh: the terminal cannot be used: " + e.getMessage()
                            + ". Feed commands through a pipe instead.");
            return ExitCode.USAGE;
        }
    }

    private Shell shell(Arguments arguments, Connector connector, Face face, Questions possible, Syllabus syllabus)
            throws Usage {
        Questions questions = Operator.read(arguments).questions(possible);
        return new Shell(
                connector,
                new Knowledge(streams).whenAsked(),
                face,
                questions,
                logins(arguments, questions, face),
                Manner.DEFAULT,
                identity(),
                syllabus);
    }

    private Logins logins(Arguments arguments, Questions questions, Face face) throws Usage {
        Keyring keyring = LoginOptions.read(
                arguments,
                streams.in(),
                streams.inputTerminal(),
                streams.environment(),
                words -> streams.err().println("smtpsh: " + words));
        return new Logins(keyring, questions, face);
    }
}
