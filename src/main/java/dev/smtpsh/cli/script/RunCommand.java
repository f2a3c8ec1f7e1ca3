package dev.smtpsh.cli.script;

import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.report.ProblemView;
import dev.smtpsh.render.report.RunView;
import dev.smtpsh.script.program.Builtin;
import dev.smtpsh.script.program.Loader;
import dev.smtpsh.script.program.Plan;
import dev.smtpsh.script.program.Program;
import dev.smtpsh.script.result.Check;
import dev.smtpsh.script.result.FileResult;
import dev.smtpsh.script.result.RunResult;
import dev.smtpsh.script.run.Conditions;
import dev.smtpsh.script.run.Observer;
import dev.smtpsh.script.run.Pace;
import dev.smtpsh.script.run.Runner;
import dev.smtpsh.script.syntax.Problems;
import dev.smtpsh.script.syntax.ScriptLimits;
import dev.smtpsh.shell.means.ExitCode;
import dev.smtpsh.smtp.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** {@code smtpsh run FILE ...}: script files, each against the servers it names. */
public final class RunCommand {
    private static final Set<String> BUILTIN = Set.of("helo", "run.id", "run.date");

    private final Surroundings around;
    private final RunWishes wishes;
    private final GivenValues given;
    private final Reports reports;
    private final Map<String, String> secrets;
    private final Problems problems = new Problems();

    private RunCommand(Surroundings around, RunWishes wishes, GivenValues given, Reports reports) {
        this.around = around;
        this.wishes = wishes;
        this.given = given;
        this.reports = reports;
        this.secrets = new HashMap<>(given.secrets());
    }

    /** Runs what the arguments ask for; the worst result decides the exit code. */
    public static ExitCode run(Arguments arguments, Surroundings around) throws Usage {
        RunCommand command = new RunCommand(
                around,
                RunWishes.read(arguments),
                GivenValues.read(arguments, around.environment()),
                Reports.read(arguments.values(Flag.REPORT)));
        if (arguments.value(Flag.RECORD).isPresent()) {
            return command.record(arguments.value(Flag.RECORD).get(), arguments.rest());
        }
        return command.run(arguments);
    }

    private ExitCode run(Arguments arguments) throws Usage {
        List<Program> programs = new ArrayList<>();
        boolean ahead = arguments.has(Flag.DRY_RUN);
        for (String file : ScriptFiles.named(arguments.rest())) {
            Octets octets = read(file);
            ahead = ahead || Ahead.tls(octets);
            Program program = load(file, octets);
            if (wishes.wants(program.tags())) {
                programs.add(program);
            }
        }
        if (problems.count() > 0) {
            around.err().accept(ProblemView.draw(problems));
            return ExitCode.USAGE;
        }
        if (programs.isEmpty()) {
            throw new Usage("no file has one of the tags", "They are named by @tags", "Leave out --tags.");
        }
        if (arguments.has(Flag.DRY_RUN)) {
            programs.forEach(this::plan);
            return ExitCode.FINE;
        }
        return play(programs, arguments.has(Flag.STEP));
    }

    private ExitCode play(List<Program> programs, boolean step) throws Usage {
        Runs runs = new Runs(wishes.jobs(), wishes.failFast());
        Progress progress = new Progress(
                around.progress(),
                programs.size() * wishes.times() * Math.max(1, wishes.hosts().size()),
                around.drawing().width());
        RunView view = new RunView(around.drawing());
        boolean told = !reports.onStandardOutput() && !wishes.summaryOnly();
        List<Optional<String>> hosts = new ArrayList<>();
        wishes.hosts().forEach(host -> hosts.add(Optional.of(host)));
        if (hosts.isEmpty()) {
            hosts.add(Optional.empty());
        }
        for (int time = 0; time < wishes.times(); time++) {
            for (Program program : programs) {
                for (Optional<String> host : hosts) {
                    Observer observer =
                            step ? new Stepping(around.questions(), around.out()) : progress.of(program.file());
                    runs.add(() -> play(program, host, observer));
                }
            }
        }
        Consumer<FileResult> telling = file -> progress.fileDone(() -> {
            if (told) {
                around.out().accept(view.draw(file));
            }
        });
        return Interruption.minding(() -> reported(runs.result(telling), view));
    }

    private ExitCode reported(RunResult result, RunView view) throws Usage {
        reports.write(result, around.version(), around.plain());
        (reports.onStandardOutput() ? around.err() : around.out()).accept(view.summary(result));
        return code(result);
    }

    FileResult play(Program program, Optional<String> host, Observer observer) {
        try (NetReach reach = new NetReach(around.connectors(), wishes.port(), wishes.programs())) {
            return new Runner(reach, Pace.SYSTEM, around.annotator())
                    .run(program, conditions(program, host), host, observer);
        }
    }

    private ExitCode record(String file, List<String> named) throws Usage {
        if (named.size() != 1) {
            throw new Usage(
                    "--record takes one FILE or HOST",
                    named.size() + " are named",
                    "With HOST, lines come from a pipe.");
        }
        String name = named.get(0);
        boolean script =
                name.equals(ScriptFiles.STANDARD_INPUT) || Files.exists(Path.of(name)) || name.endsWith(".smtp");
        Octets octets = script ? read(name) : Octets.utf8("open " + name + "\n").plus(read(ScriptFiles.STANDARD_INPUT));
        Program program = load(script ? name : ScriptFiles.STANDARD_INPUT, octets);
        if (problems.count() > 0) {
            around.err().accept(ProblemView.draw(problems));
            return ExitCode.USAGE;
        }
        return Interruption.minding(() -> record(file, program, octets));
    }

    private ExitCode record(String file, Program program, Octets octets) throws Usage {
        FileResult result = play(program.goingOn(), Optional.empty(), Observer.NONE);
        Recording.write(file, program.file(), octets, result, around.version());
        around.err()
                .accept(new StyledText.Builder()
                        .add(Intent.PLAIN, "Recorded " + result.exchanges() + " exchanges in " + file + ".")
                        .endLine()
                        .build());
        return result.interrupted() ? ExitCode.INTERRUPTED : ExitCode.FINE;
    }

    private Program load(String file, Octets octets) {
        Set<String> names = new HashSet<>(BUILTIN);
        names.addAll(given.variables().keySet());
        if (!wishes.hosts().isEmpty()) {
            names.add("host");
        }
        boolean standard = file.equals(ScriptFiles.STANDARD_INPUT);
        Path parent = standard ? null : Path.of(file).getParent();
        return new Loader(problems, names, this::secretGiven).load(file, octets, parent == null ? Path.of("") : parent);
    }

    // One that was not given is asked for, if there is somebody to ask.
    private boolean secretGiven(String name) {
        if (!secrets.containsKey(name)) {
            around.questions()
                    .secret("Secret " + name + ": ")
                    .ifPresent(characters -> secrets.put(name, new String(characters)));
        }
        return secrets.containsKey(name);
    }

    private Conditions conditions(Program program, Optional<String> host) {
        Map<String, String> own = new HashMap<>();
        program.secrets().forEach(name -> own.put(name, secrets.getOrDefault(name, "")));
        Map<String, String> variables = new HashMap<>(given.variables());
        host.ifPresent(name -> variables.put("host", name));
        return new Conditions(variables, this::builtin, own, wishes.timeout(), wishes.noDeliver(), wishes.disclosure());
    }

    // Made where it is asked for: randomness and dates take longer to begin with than a conversation.
    private Optional<String> builtin(String name) {
        return Builtin.named(name, around.helo());
    }

    private void plan(Program program) {
        Map<String, String> values = new HashMap<>(given.variables());
        values.putIfAbsent("helo", around.helo());
        StyledText.Builder text = new StyledText.Builder();
        Plan.of(program, values).forEach(line -> text.add(Intent.PLAIN, line).endLine());
        around.out().accept(text.build());
    }

    private Octets read(String file) throws Usage {
        boolean standard = file.equals(ScriptFiles.STANDARD_INPUT);
        try (InputStream in = standard ? around.in() : Files.newInputStream(Path.of(file))) {
            return Octets.of(in.readNBytes(ScriptLimits.FILE_SIZE + 1));
        } catch (IOException e) {
            throw new Usage("cannot read " + file, String.valueOf(e.getMessage()), "Check the name.");
        }
    }

    static ExitCode code(RunResult result) {
        ExitCode code = ExitCode.FINE;
        for (FileResult file : result.files()) {
            for (Check check : file.checks()) {
                code = check.held() || check.soft() ? code : code.or(code(check));
            }
            code = file.interrupted() ? ExitCode.INTERRUPTED : code;
        }
        return code;
    }

    private static ExitCode code(Check check) {
        return check.status() == Check.Status.ERROR
                ? check.failure()
                        .map(ExitCode::of)
                        .filter(code -> code != ExitCode.FINE)
                        .orElse(ExitCode.REFUSED)
                : ExitCode.REFUSED;
    }
}
