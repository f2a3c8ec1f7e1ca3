package dev.smtpsh.cli.setting;

import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.render.transcript.Form;
import dev.smtpsh.render.transcript.Redaction;
import dev.smtpsh.render.transcript.Transcript;
import dev.smtpsh.shell.talk.Keeping;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The file of {@code --transcript}. A second conversation goes to a second file, {@code x-2.txt} beside {@code x.txt}.
 *
 * @param version of smtpsh
 */
public record Recording(Path file, Form form, String version) {
    /**
     * Checks the name before anything is done.
     *
     * @param folder where a name without a folder goes
     */
    public static Recording at(String name, Optional<Path> folder, String version) throws Usage {
        Optional<Form> form = Form.of(name);
        if (form.isEmpty()) {
            String suffixes =
                    Arrays.stream(Form.values()).map(one -> "." + one.suffix()).collect(Collectors.joining(" "));
            throw new Usage(
                    "--transcript cannot write " + name, "The suffix tells the form", "There are " + suffixes + ".");
        }
        try {
            Path named = Path.of(name);
            Path file = named.getParent() == null && folder.isPresent()
                    ? folder.get().resolve(named)
                    : named;
            Path parent = file.toAbsolutePath().getParent();
            if (!Files.isDirectory(parent) || !Files.isWritable(parent)) {
                throw new Usage(
                        "--transcript cannot write " + file,
                        "There is no folder " + parent + ", or no right to write there",
                        "Make it, or name another.");
            }
            if (Files.exists(file)) {
                throw new Usage(
                        "--transcript would write over " + file, "It exists", "Name another file, or take it away.");
            }
            return new Recording(file, form.get(), version);
        } catch (InvalidPathException e) {
            throw new Usage("--transcript cannot write " + name, "That is no file name", "Name another.");
        }
    }

    /**
     * Writes all conversations.
     *
     * @param words takes what is to be told about it
     */
    public void write(List<Transcript> transcripts, Redaction redaction, Consumer<String> words) {
        Keeping keeping = new Keeping(version, redaction, false);
        for (int i = 0; i < transcripts.size(); i++) {
            Path path = numbered(i + 1);
            Transcript transcript = transcripts.get(i);
            Optional<String> trouble = keeping.write(transcript, form, path);
            words.accept(
                    trouble.isPresent()
                            ? "cannot write " + path + ": " + trouble.get() + "."
                            : "Transcript in " + path + ". " + keeping.words(transcript));
        }
    }

    private Path numbered(int number) {
        String name = file.getFileName().toString();
        int dot = name.length() - form.suffix().length() - 1;
        return number == 1 ? file : file.resolveSibling(name.substring(0, dot) + "-" + number + name.substring(dot));
    }
}
