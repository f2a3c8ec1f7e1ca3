package dev.smtpsh.cli;

import dev.smtpsh.cli.learn.ProgressFile;
import dev.smtpsh.cli.login.LoginOptions;
import dev.smtpsh.cli.login.Operator;
import dev.smtpsh.cli.login.TtyQuestions;
import dev.smtpsh.cli.lookup.ResolverOptions;
import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.cli.page.HelpPage;
import dev.smtpsh.cli.setting.Chosen;
import dev.smtpsh.cli.setting.Talking;
import dev.smtpsh.cli.setting.TlsOptions;
import dev.smtpsh.lesson.book.ShippedLessons;
import dev.smtpsh.render.Safe;
import dev.smtpsh.render.json.SettingsJson;
import dev.smtpsh.render.overview.SettingsView;
import dev.smtpsh.session.setting.SessionSettings;
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
import dev.smtpsh.shell.teach.Syllabus;
import dev.smtpsh.terminal.Comfort;
import dev.smtpsh.terminal.Screen;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
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
        Chosen chosen = Chosen.read(arguments, streams.environment(), this::tell);
        Optional<TargetSpec> target = TalkOptions.read(chosen.arguments()).target();
        if (target.isEmpty() && !atPrompt(arguments) && !arguments.has(Flag.SHOW_CONFIG)) {
            throw new Usage(
                    "no TARGET to talk to",
                    "There is no prompt to name one at",
                    "Name one: smtpsh HOST[:PORT]; see smtpsh --help.");
        }
        return run(chosen, new Errand(shell -> target.ifPresent(shell::open), target.isPresent(), syllabus()));
    }

    /**
     * What somebody comes for.
     *
     * @param opening what the shell begins with
     * @param connects whether that is a connection, so that it counts when none came about
     */
    record Errand(Consumer<Shell> opening, boolean connects, Syllabus syllabus) {}

    /** A conversation for lessons. */
    ExitCode run(Arguments arguments, Errand errand) throws Usage {
        return run(Chosen.read(arguments, streams.environment(), this::tell).forLessons(), errand);
    }

    private ExitCode run(Chosen chosen, Errand errand) throws Usage {
        Arguments arguments = chosen.arguments();
        TalkOptions options = TalkOptions.read(arguments);
        Looks looks = Looks.read(arguments, streams);
        SessionSettings session = TlsOptions.applied(arguments, options.settings());
        Talking talking = Talking.of(chosen, version, streams.localName(), this::tell);
        if (arguments.has(Flag.SHOW_CONFIG)) {
            return show(chosen, looks);
        }
        Connector net = new NetConnector(
                ResolverOptions.read(arguments),
                options.family(),
                options.dialer(),
                session,
                Clock.systemUTC(),
                options.detours());
        Connector connector = TlsOptions.applied(arguments, net, options.targetText());
        return atPrompt(arguments)
                ? atTerminal(errand, connector, looks, talking)
                : throughPipe(errand, connector, looks, talking);
    }

    private boolean atPrompt(Arguments arguments) {
        return streams.inputTerminal() && streams.outputTerminal() && !arguments.has(Flag.JSON);
    }

    // Whoever types learn in the middle of a conversation wants to be remembered too.
    private Syllabus syllabus() {
        return new Syllabus(
                ShippedLessons::all,
                new ProgressFile(streams.folders().state(), this::tell),
                Optional.empty(),
                Syllabus.FULL,
                System::nanoTime);
    }

    private void tell(String words) {
        streams.err().println("smtpsh: " + Safe.visible(words));
    }

    private ExitCode show(Chosen chosen, Looks looks) {
        PrintWriter out = streams.writer();
        Optional<String> file = chosen.file().map(Object::toString);
        if (chosen.arguments().has(Flag.JSON)) {
            SettingsJson.write(chosen.settings(), file, chosen.there(), chosen.profile(), out);
        } else {
            looks.onto(out::print)
                    .accept(new SettingsView(looks.drawing())
                            .draw(chosen.settings(), file, chosen.there(), chosen.profile()));
        }
        out.flush();
        return ExitCode.FINE;
    }

    private ExitCode throughPipe(Errand errand, Connector connector, Looks looks, Talking talking) throws Usage {
        PrintWriter out = streams.writer();
        Face face = talking.arguments().has(Flag.JSON)
                ? new JsonFace(out, this::tell)
                : new TextFace(
                        looks.onto(text -> {
                            out.print(text);
                            out.flush();
                        }),
                        looks.drawing(),
                        () -> 0,
                        true);
        Shell shell = shell(connector, face, talking, TtyQuestions.find(), errand.syllabus());
        talking.farewell(shell).during(() -> {
            new Talk(streams).run(shell, errand.opening());
            out.flush();
        });
        return shell.exitCode();
    }

    // Only a rehearsal comes with streams of its own and says that they are a terminal.
    private Screen screen(Comfort comfort, Talking talking) throws IOException {
        return streams.in() == System.in
                ? Screen.open(comfort, talking.choices()::now)
                : Screen.open(streams.in(), streams.out(), comfort, talking.choices()::now);
    }

    private ExitCode atTerminal(Errand errand, Connector connector, Looks looks, Talking talking) throws Usage {
        Comfort comfort = looks.comfort(streams)
                .remembering(talking.remembering(streams.folders().state()));
        try (Screen screen = screen(comfort, talking)) {
            Face face = new TextFace(
                    looks.onto(screen::print),
                    looks.onto(talking.pages(screen::height, screen::print, screen::aside)),
                    looks.drawing(),
                    () -> looks.fixedWidth() ? 0 : screen.width(),
                    false);
            Shell shell = shell(connector, face, talking, screen.questions(), errand.syllabus());
            if (!errand.connects()) {
                face.note("smtpsh " + version + ". open HOST connects, open practice opens a server to practise on, "
                        + "learn begins a lesson, "
                        + "help lists the words.");
            }
            AtomicBoolean interrupted = new AtomicBoolean();
            talking.farewell(shell).during(() -> {
                interrupted.set(screen.run(shell, errand.opening()));
                shell.leave();
            });
            if (interrupted.get()) {
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

    private Shell shell(Connector connector, Face face, Talking talking, Questions possible, Syllabus syllabus)
            throws Usage {
        Questions questions = Operator.read(talking.arguments()).questions(possible);
        Keyring keyring = LoginOptions.read(
                talking.arguments(), streams.in(), streams.inputTerminal(), streams.environment(), this::tell);
        return new Shell(
                connector,
                new Knowledge(streams).whenAsked(),
                face,
                questions,
                new Logins(talking.bound(keyring), questions, face, talking.choices()),
                talking.choices(),
                talking.identity(),
                syllabus);
    }
}
