package dev.smtpsh.cli.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.script.reading.ScriptReader;
import dev.smtpsh.script.syntax.Printer;
import dev.smtpsh.script.syntax.Problems;
import dev.smtpsh.shell.means.ExitCode;
import dev.smtpsh.smtp.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts of the documentation pass, and are laid out as smtpsh lays them out. */
@Timeout(120)
class ExamplesTest {
    private static final Path FOLDER = Path.of("docs/examples");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```smtp\n(.*?)^```");

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_passes(Path file) throws Exception {
        Running running = new Running().with("SMTPSH_SECRET_password", "s3cretpw");
        assertEquals(ExitCode.FINE, running.run(file.toString()), running.out.toString() + running.err);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_is_laid_out(Path file) throws IOException {
        String text = Files.readString(file);
        Problems problems = new Problems();
        assertEquals(text, Printer.print(ScriptReader.read(file.toString(), Octets.utf8(text), problems)));
        assertEquals(List.of(), problems.kept());
    }

    @Test
    void every_script_on_the_page_passes(@TempDir Path folder) throws Exception {
        Files.copy(FOLDER.resolve("people.csv"), folder.resolve("people.csv"));
        Files.writeString(folder.resolve("message.eml"), "Subject: x\n\nx\n");
        Files.writeString(folder.resolve("hello.smtp"), "EHLO {{helo}}\n250\n");
        List<String> blocks = BLOCK.matcher(Files.readString(Path.of("docs/script.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertTrue(blocks.size() >= 8, "there are " + blocks.size());
        for (String block : blocks) {
            Path file = Files.writeString(folder.resolve("block.smtp"), block);
            Running running = new Running().with("SMTPSH_SECRET_password", "s3cretpw");
            assertEquals(ExitCode.FINE, running.run(file.toString()), block + running.out + running.err);
        }
    }

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".smtp")).sorted().toList().stream();
        }
    }
}
