package dev.smtpsh.cli;

import dev.smtpsh.annotate.knowledge.RuleFiles;
import dev.smtpsh.annotate.knowledge.RuleReader;
import dev.smtpsh.annotate.matching.RuleCheck;
import dev.smtpsh.cli.option.FileTrouble;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.datafile.Complaint;
import dev.smtpsh.shell.means.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code smtpsh rules check FILE}: what is wrong with rule files, by line and column. */
final class RulesCommand {
    private final Streams streams;

    RulesCommand(Streams streams) {
        this.streams = streams;
    }

    ExitCode run(List<String> arguments) throws Usage {
        if (arguments.size() < 2 || !arguments.get(0).equals("check")) {
            throw new Usage(
                    "rules needs a task and a file",
                    "The only task is check",
                    "For example smtpsh rules check my-rules.yaml.");
        }
        SortedMap<String, String> texts = new TreeMap<>();
        for (String name : arguments.subList(1, arguments.size())) {
            try {
                texts.put(name, Files.readString(Path.of(name)));
            } catch (IOException e) {
                throw new Usage("cannot read " + name, FileTrouble.words(e), "Name a YAML file of rules.");
            }
        }
        RuleFiles files = RuleReader.read(texts);
        List<Complaint> complaints = new ArrayList<>(files.complaints());
        complaints.addAll(new RuleCheck(Knowledge.with(files)).violations(files.rules()));
        complaints.forEach(complaint -> streams.err().println(complaint));
        streams.out().println(counted(files.rules().size(), "rule") + ", " + counted(complaints.size(), "complaint"));
        return complaints.isEmpty() ? ExitCode.FINE : ExitCode.USAGE;
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
