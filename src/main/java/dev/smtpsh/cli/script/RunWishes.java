package dev.smtpsh.cli.script;

import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.cli.way.WayOptions;
import dev.smtpsh.script.syntax.ScriptLimits;
import dev.smtpsh.script.talk.Disclosure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How files are to be run.
 *
 * @param jobs files at the same time
 * @param times how often each is run
 * @param untilFail whether to stop at the first that fails, however often it was run
 * @param disclosure whether {@code auth} logs in where somebody else could read the password
 * @param hosts each file is run once for each of them; empty if for none in particular
 * @param tags only files with one of them are run; empty for all
 * @param timeout patience for each reply
 * @param port where a target names none
 * @param programs whether a script may start programs
 */
record RunWishes(
        int jobs,
        int times,
        boolean untilFail,
        boolean failFast,
        boolean summaryOnly,
        boolean noDeliver,
        Disclosure disclosure,
        List<String> hosts,
        List<String> tags,
        Optional<Duration> timeout,
        Optional<Integer> port,
        boolean programs) {
    private static final int MOST_JOBS = 50;
    private static final int MOST_TIMES = 100_000;

    static RunWishes read(Arguments arguments) throws Usage {
        arguments.exclusive(Flag.STEP, Flag.JOBS);
        arguments.exclusive(Flag.DRY_RUN, Flag.STEP);
        boolean untilFail = arguments.has(Flag.UNTIL_FAIL);
        return new RunWishes(
                arguments.number(Flag.JOBS, 1, MOST_JOBS).orElse(1),
                arguments.number(Flag.REPEAT, 1, MOST_TIMES).orElse(untilFail ? MOST_TIMES : 1),
                untilFail,
                arguments.has(Flag.FAIL_FAST) || untilFail,
                arguments.has(Flag.TEST),
                arguments.has(Flag.NO_DELIVER),
                new Disclosure(arguments.has(Flag.YES), arguments.has(Flag.YES) || arguments.has(Flag.INSECURE)),
                hosts(arguments),
                words(arguments.values(Flag.TAGS)),
                arguments.duration(Flag.TIMEOUT),
                WayOptions.port(arguments),
                arguments.has(Flag.ALLOW_PIPE));
    }

    boolean wants(List<String> fileTags) {
        return tags.isEmpty() || fileTags.stream().anyMatch(tags::contains);
    }

    private static List<String> hosts(Arguments arguments) throws Usage {
        List<String> hosts = new ArrayList<>(words(arguments.values(Flag.HOSTS)));
        Optional<String> file = arguments.value(Flag.HOSTS_FILE);
        if (file.isPresent()) {
            List<String> lines = lines(file.get());
            lines.forEach(line -> hosts.addAll(words(List.of(line.replaceFirst("#.*", "")))));
            if (hosts.isEmpty()) {
                throw new Usage("--hosts-file " + file.get() + " names no host", "It is empty", "Write one a line.");
            }
        }
        return hosts;
    }

    private static List<String> lines(String file) throws Usage {
        try {
            Path path = Path.of(file);
            if (Files.size(path) <= ScriptLimits.FILE_SIZE) {
                return Files.readAllLines(path);
            }
            throw new Usage(
                    "--hosts-file " + file + " is too long",
                    "It has more than " + ScriptLimits.FILE_SIZE + " octets",
                    "Split it.");
        } catch (IOException | InvalidPathException e) {
            throw new Usage(
                    "--hosts-file cannot read " + file,
                    "There is no such file, no right to read it, or it is not UTF-8",
                    "Check its name.");
        }
    }

    private static List<String> words(List<String> given) {
        List<String> words = new ArrayList<>();
        for (String text : given) {
            for (String word : text.split("[,\\s]+")) {
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
        }
        return words;
    }
}
