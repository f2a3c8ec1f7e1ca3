package dev.smtpsh.practice;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.smtpsh.practice.scenario.Scenario;
import dev.smtpsh.practice.scenario.ScenarioFile;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plays every transcript against the dialogue it names. */
class TranscriptTest {
    @TestFactory
    Stream<DynamicTest> the_server_says_what_the_transcript_says() throws IOException, URISyntaxException {
        Path folder = folder();
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> file.toString().endsWith(".transcript"))
                    .sorted()
                    .toList();
        }
        assertFalse(files.isEmpty());
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> play(file)));
    }

    private static void play(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        String first = lines.get(0);
        String name = first.substring(first.indexOf(':') + 1).strip();
        new TranscriptPlayer(scenario(file, name), file.getFileName().toString()).play(lines);
    }

    private static Scenario scenario(Path file, String name) throws IOException {
        if (!name.endsWith(".yaml")) {
            return ShippedScenarios.named(name).orElseThrow();
        }
        ScenarioFile read = ScenarioFile.read(name, Files.readString(file.resolveSibling(name)));
        return read.scenario().orElseThrow(() -> new AssertionError(read.complaints()));
    }

    private static Path folder() throws URISyntaxException {
        URL url = TranscriptTest.class.getResource("/dev/smtpsh/practice/transcripts");
        return Path.of(url.toURI());
    }
}
