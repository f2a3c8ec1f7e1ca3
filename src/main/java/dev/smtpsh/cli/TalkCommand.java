package dev.smtpsh.cli;

import dev.smtpsh.cli.lookup.ResolverOptions;
import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.cli.page.HelpPage;
import dev.smtpsh.shell.ExitCode;
import dev.smtpsh.shell.Shell;
import dev.smtpsh.shell.connect.Connector;
import dev.smtpsh.shell.connect.NetConnector;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.shell.face.Face;
import dev.smtpsh.shell.face.JsonFace;
import dev.smtpsh.shell.face.TextFace;
import dev.smtpsh.terminal.Screen;
import dev.smtpsh.wire.TcpDialer;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

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
        TalkOptions options = TalkOptions.read(arguments);
        Looks looks = Looks.read(arguments, streams);
        Optional<TargetSpec> target = options.target();
        Connector connector = new NetConnector(
                ResolverOptions.read(arguments),
                options.family(),
                new TcpDialer(options.dialing(), options.linkLimits()),
                options.settings(),
                Clock.systemUTC());
        if (streams.inputTerminal() && streams.outputTerminal() && !arguments.has(Flag.JSON)) {
            return atTerminal(target, connector, looks);
        }
        if (target.isEmpty()) {
            throw new Usage(
                    "no TARGET to talk to",
                    "There is no prompt to name one at",
                    "Name one: smtpsh HOST[:PORT]; see smtpsh --help.");
        }
        return throughPipe(target.get(), connector, looks, arguments.has(Flag.JSON));
    }

    private ExitCode throughPipe(TargetSpec target, Connector connector, Looks looks, boolean json) {
        PrintWriter out = streams.writer();
        Face face = json
                ? new JsonFace(out, words -> streams.err().println("smtpsh: " + words))
                : new TextFace(
                        looks.onto(text -> {
                            out.print(text);
                            out.flush();
                        }),
                        looks.drawing(),
                        () -> 0,
                        true);
        Shell shell = new Shell(connector, new Knowledge(streams).whenAsked(), face, streams.localName());
        ExitCode code = new Talk(streams).run(shell, target);
        out.flush();
        return code;
    }

    private ExitCode atTerminal(Optional<TargetSpec> target, Connector connector, Looks looks) {
        try (Screen screen = Screen.open(looks.comfort())) {
            Face face = new TextFace(
                    looks.onto(screen::print), looks.drawing(), () -> looks.fixedWidth() ? 0 : screen.width(), false);
            Shell shell = new Shell(connector, new Knowledge(streams).whenAsked(), face, streams.localName());
            if (target.isEmpty()) {
                face.note("smtpsh " + version + ". open HOST connects, open practice opens a server to practise on, "
                        + "help lists the words.");
            }
            screen.run(shell, target);
            shell.leave();
            // People hate a red prompt after a look around: only a connection that never stood counts.
            boolean failed = target.isPresent() && !shell.everConnected();
            return failed ? shell.exitCode() : ExitCode.FINE;
        } catch (IOException e) {
            streams.err()
                    .println("smtpsh: the terminal cannot be used: " + e.getMessage()
                            + ". Feed commands through a pipe instead.");
            return ExitCode.USAGE;
        }
    }
}
