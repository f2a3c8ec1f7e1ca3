package dev.smtpsh.script.program;

import dev.smtpsh.script.reading.ScriptReader;
import dev.smtpsh.script.result.Place;
import dev.smtpsh.script.syntax.Line;
import dev.smtpsh.script.syntax.Problem;
import dev.smtpsh.script.syntax.Problems;
import dev.smtpsh.script.syntax.Quantity;
import dev.smtpsh.script.syntax.Script;
import dev.smtpsh.script.syntax.ScriptLimits;
import dev.smtpsh.script.syntax.Statement;
import dev.smtpsh.script.syntax.Statement.Setting;
import dev.smtpsh.script.syntax.Template;
import dev.smtpsh.smtp.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads a script and everything it refers to. */
public final class Loader {
    private final Problems problems;
    private final Set<String> given;
    private final Predicate<String> secretGiven;
    private final Map<String, Template> defaults = new LinkedHashMap<>();
    private final List<String> secrets = new ArrayList<>();
    private final List<Path> open = new ArrayList<>();
    private int files;

    /**
     * @param problems gets everything that is wrong; what is loaded can be run only if nothing was added
     * @param given the names of variables that are given from outside
     * @param secretGiven whether the secret of a name can be had
     */
    public Loader(Problems problems, Set<String> given, Predicate<String> secretGiven) {
        this.problems = problems;
        this.given = Set.copyOf(given);
        this.secretGiven = secretGiven;
    }

    /**
     * Loads a script.
     *
     * @param file what to call it
     * @param folder what the names of files in it are relative to
     */
    public Program load(String file, Octets octets, Path folder) {
        open.add(folder.resolve(file).toAbsolutePath().normalize());
        Script script = ScriptReader.read(file, octets, problems);
        List<Node> nodes = nodes(script, octets, folder);
        String session = script.setting(Setting.Kind.SESSION).map(Setting::name).orElse("");
        inspect(script, nodes, session);
        return new Program(
                file,
                script.setting(Setting.Kind.TITLE)
                        .map(title -> title.value().source())
                        .filter(title -> !title.isEmpty())
                        .orElse(file),
                script.tags(),
                script.setting(Setting.Kind.TIMEOUT)
                        .map(time -> Duration.ofMillis(
                                Quantity.milliseconds(time.value().source()).orElseThrow())),
                script.setting(Setting.Kind.CONTINUE)
                        .filter(wish -> wish.value().source().equals("on"))
                        .isPresent(),
                session,
                defaults,
                secrets,
                nodes);
    }

    private void inspect(Script script, List<Node> nodes, String session) {
        Set<String> defined = new HashSet<>(given);
        defaults.forEach((name, value) -> {
            for (Template.Variable variable : value.variables()) {
                if (!defined.contains(variable.name())) {
                    problems.add(new Problem(
                            script.file(),
                            variable.span(),
                            "",
                            "`" + variable.name() + "` has no value",
                            "a variable can use only those above it"));
                }
            }
            defined.add(name);
        });
        for (Node node : nodes) {
            if (node.line().statement() instanceof Setting setting
                    && setting.kind() == Setting.Kind.SECRET
                    && !secretGiven.test(setting.name())) {
                problem(
                        node,
                        "the secret `" + setting.name() + "` was not given",
                        "give it by --secret-file FILE, or by SMTPSH_SECRET_" + setting.name());
            }
        }
        defined.addAll(secrets);
        new Inspection(problems, defined, session).inspect(nodes);
    }

    private List<Node> nodes(Script script, Octets octets, Path folder) {
        for (Setting setting : script.settings(Setting.Kind.VAR)) {
            defaults.putIfAbsent(setting.name(), setting.value());
        }
        script.settings(Setting.Kind.SECRET).forEach(setting -> secrets.add(setting.name()));
        String[] texts =
                script.lines().isEmpty() ? new String[0] : octets.text().split("\r?\n", -1);
        return nodes(script.file(), script.lines(), texts, folder);
    }

    private List<Node> nodes(String file, List<Line> lines, String[] texts, Path folder) {
        List<Node> nodes = new ArrayList<>();
        for (Line line : lines) {
            Statement statement = line.statement();
            if (statement instanceof Statement.Blank) {
                continue;
            }
            Place place = new Place(
                    file, line.span(), ScriptReader.shown(texts[line.span().line() - 1]));
            List<Node> inside = List.of();
            Optional<Table> table = Optional.empty();
            if (statement instanceof Statement.Include include) {
                inside = included(place, include, folder);
            } else if (statement instanceof Statement.Loop loop) {
                inside = nodes(file, loop.body(), texts, folder);
                table = loop.values() instanceof Statement.Values.Table rows
                        ? table(place, rows.file(), folder)
                        : Optional.empty();
            } else if (statement instanceof Statement.Attempt attempt) {
                inside = nodes(file, attempt.body(), texts, folder);
            } else if (statement instanceof Statement.FileBody body) {
                mustExist(place, body.file(), folder);
            } else if (statement instanceof Statement.Bytes bytes) {
                mustExist(place, bytes.file(), folder);
            }
            nodes.add(new Node(place, line, inside, table, folder));
        }
        return nodes;
    }

    private List<Node> included(Place place, Statement.Include include, Path folder) {
        if (!include.file().constant()) {
            problem(place, "the name of an included file has no variables", "write the name itself");
            return List.of();
        }
        Path path = folder.resolve(include.file().source()).toAbsolutePath().normalize();
        if (open.contains(path)) {
            problem(
                    place,
                    include.file().source() + " includes itself, directly or by another file",
                    "break the circle");
            return List.of();
        }
        if (open.size() > ScriptLimits.INCLUDE_DEPTH || ++files > ScriptLimits.INCLUDED_FILES) {
            problem(
                    place,
                    "more than " + ScriptLimits.INCLUDE_DEPTH + " includes inside one another, or "
                            + ScriptLimits.INCLUDED_FILES + " in all",
                    "include fewer files");
            return List.of();
        }
        Optional<Octets> octets = read(place, path);
        if (octets.isEmpty()) {
            return List.of();
        }
        open.add(path);
        Script script = ScriptReader.read(include.file().source(), octets.get(), problems);
        Path parent = path.getParent();
        List<Node> nodes = nodes(script, octets.get(), parent == null ? folder : parent);
        open.remove(open.size() - 1);
        return nodes;
    }

    private Optional<Table> table(Place place, Template name, Path folder) {
        if (!name.constant()) {
            problem(place, "the name of a table has no variables", "write the name itself");
            return Optional.empty();
        }
        Optional<Octets> octets = read(place, folder.resolve(name.source()));
        try {
            return octets.map(found -> Table.read(found.text()));
        } catch (IllegalArgumentException e) {
            problem(place, name.source() + " is no table: " + e.getMessage(), "write it as CSV");
            return Optional.empty();
        }
    }

    private void mustExist(Place place, Template name, Path folder) {
        if (name.constant() && !Files.isReadable(folder.resolve(name.source()))) {
            problem(place, "cannot read " + name.source(), "names of files are relative to the script");
        }
    }

    private Optional<Octets> read(Place place, Path path) {
        try {
            if (Files.size(path) > ScriptLimits.FILE_SIZE) {
                problem(
                        place,
                        path.getFileName() + " has more than " + ScriptLimits.FILE_SIZE + " octets",
                        "cut it up");
                return Optional.empty();
            }
            return Optional.of(Octets.of(Files.readAllBytes(path)));
        } catch (IOException e) {
            problem(place, "cannot read " + path.getFileName(), "names of files are relative to the script");
            return Optional.empty();
        }
    }

    private void problem(Node node, String words, String mend) {
        problem(node.place(), words, mend);
    }

    private void problem(Place place, String words, String mend) {
        problems.add(new Problem(place.file(), place.span(), place.text(), words, mend));
    }
}
