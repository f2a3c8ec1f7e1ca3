package dev.smtpsh.cli.press;

import dev.smtpsh.annotate.knowledge.Pressed;
import dev.smtpsh.annotate.knowledge.RuleFiles;
import dev.smtpsh.annotate.knowledge.RulePress;
import dev.smtpsh.annotate.knowledge.RuleReader;
import dev.smtpsh.annotate.topic.TopicBook;
import dev.smtpsh.annotate.topic.TopicFiles;
import dev.smtpsh.annotate.topic.TopicReader;
import dev.smtpsh.datafile.Complaint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads every rule file of a directory and writes {@code rules.bin} and {@code words.bin} beside them; reads every topic
 * file of the folder {@code topics} in it and writes {@code topics.bin}.
 */
public final class PressRules {
    private PressRules() {}

    /**
     * Run by the build in the phase process-classes.
     *
     * @param arguments the directory
     * @throws IllegalStateException if a file has a slip: Maven runs this inside itself, so an exception is the only
     *     way to fail
     */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        RuleFiles files = RuleReader.read(texts(directory));
        refuse(files.complaints());
        TopicFiles topics = TopicReader.read(texts(directory.resolve("topics")));
        refuse(topics.complaints());
        Pressed pressed = RulePress.press(
                files.rules().stream().map(RuleFiles.Written::rule).toList());
        Files.write(directory.resolve("rules.bin"), pressed.rules());
        Files.write(directory.resolve("words.bin"), pressed.words());
        Files.write(directory.resolve("topics.bin"), new TopicBook(topics.topics()).press());
    }

    private static void refuse(List<Complaint> complaints) {
        if (!complaints.isEmpty()) {
            StringBuilder message = new StringBuilder("the rule or topic files have slips:");
            for (Complaint complaint : complaints) {
                message.append(System.lineSeparator()).append(complaint);
            }
            throw new IllegalStateException(message.toString());
        }
    }

    private static SortedMap<String, String> texts(Path directory) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        if (!Files.isDirectory(directory)) {
            return texts;
        }
        try (Stream<Path> listed = Files.list(directory)) {
            List<Path> files =
                    listed.filter(file -> file.toString().endsWith(".yaml")).toList();
            for (Path file : files) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
