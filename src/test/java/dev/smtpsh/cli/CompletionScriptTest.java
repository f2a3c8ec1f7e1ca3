package dev.smtpsh.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpsh.cli.page.CompletionScript;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionScriptTest {
    @ParameterizedTest
    @CsvSource({"bash,smtpsh.bash", "zsh,_smtpsh", "fish,smtpsh.fish"})
    void theFilesInCompletionsAreThoseTheTablesMake(String shell, String file) throws IOException {
        Path path = Path.of("completions", file);
        String made =
                new CompletionScript(ShippedScenarios.names()).forShell(shell).orElseThrow();
        if (System.getProperty("golden", "").equals("write")) {
            Files.writeString(path, made);
        }
        assertEquals(Files.readString(path), made, "stale; run: mvn test -Dtest=CompletionScriptTest -Dgolden=write");
    }
}
