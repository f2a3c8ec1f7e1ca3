package dev.smtpsh.cli.script;

import dev.smtpsh.cli.option.Usage;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** The files that arguments name: a file, a folder with all {@code .smtp} files below it, a pattern, or {@code -}. */
final class ScriptFiles {
    static final String STANDARD_INPUT = "-";
    private static final String SUFFIX = ".smtp";
    private static final int MOST_FILES = 10_000;

    private ScriptFiles() {}

    static List<String> named(List<String> arguments) throws Usage {
        if (arguments.isEmpty()) {
            throw new Usage(
                    "no file is named", "There is nothing to do", "Name a file, a folder, or - for standard input.");
        }
        List<String> files = new ArrayList<>();
        for (String argument : arguments) {
            files.addAll(named(argument));
        }
        if (files.size() > MOST_FILES) {
            throw new Usage(files.size() + " files are named", MOST_FILES + " are the most", "Name fewer.");
        }
        return files;
    }

    private static List<String> named(String argument) throws Usage {
        try {
            if (argument.equals(STANDARD_INPUT) || Files.isRegularFile(Path.of(argument))) {
                return List.of(argument);
            }
            if (Files.isDirectory(Path.of(argument))) {
                return below(argument);
            }
            if (argument.matches(".*[*?\\[{].*")) {
                return matching(argument);
            }
            if (Files.exists(Path.of(argument))) {
                // A pipe, such as a shell's <(...).
                return List.of(argument);
            }
        } catch (InvalidPathException | PatternSyntaxException | IOException e) {
            throw missing(argument);
        }
        throw missing(argument);
    }

    private static Usage missing(String argument) {
        return new Usage("cannot read " + argument, "There is no such file", "Check the name.");
    }

    private static List<String> below(String folder) throws IOException, Usage {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            List<String> found = all.filter(path -> path.toString().endsWith(SUFFIX))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(Path::toString)
                    .toList();
            if (found.isEmpty()) {
                throw new Usage("no script is in " + folder, "No file there ends in " + SUFFIX, "Name the files.");
            }
            return found;
        }
    }

    private static List<String> matching(String pattern) throws IOException, Usage {
        Path path = Path.of(pattern);
        Path folder = path.getParent() == null ? FileSystems.getDefault().getPath("") : path.getParent();
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> all =
                Files.newDirectoryStream(folder, path.getFileName().toString())) {
            all.forEach(each -> found.add(each.toString()));
        }
        if (found.isEmpty()) {
            throw new Usage("no file fits " + pattern, "Nothing there has such a name", "Check the pattern.");
        }
        found.sort(null);
        return found;
    }
}
