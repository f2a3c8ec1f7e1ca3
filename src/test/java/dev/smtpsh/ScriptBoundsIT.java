package dev.smtpsh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.Program;
import dev.smtpsh.peers.Smtpsh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a size that nobody writes end in a moment, in little memory, and with a plain word. */
@Timeout(120)
class ScriptBoundsIT {
    private static final int TEN_MEGABYTES = 10_000_000;

    @TempDir
    Path folder;

    @Test
    void ten_thousand_mistakes_are_told_and_take_little_memory() throws IOException {
        Path file =
                Files.writeString(folder.resolve("wrong.smtp"), "open practice\n" + "? tls versoin\n".repeat(10_000));
        Program.Result result = run("64m", file);
        assertEquals(2, result.exit(), result.err());
        assertTrue(result.err().contains("did you mean `version`?"), result.err());
        assertTrue(result.err().contains("9950 more mistakes are not shown."), result.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# a comment of some length, as people write them\n",
                "x\n",
                "{{",
                "a",
                "? reply ~ /(/\n",
                "NOOP with words that make it as long as most lines\n"
            })
    void ten_megabytes_end_in_a_plain_word(String unit) throws IOException {
        Path file = Files.writeString(
                folder.resolve("big.smtp"), "open practice\n" + unit.repeat(TEN_MEGABYTES / unit.length()));
        Program.Result result = run("320m", file);
        int expected = unit.startsWith("#") || unit.startsWith("NOOP") ? 0 : 2;
        assertEquals(expected, result.exit(), tail(result.out()) + tail(result.err()));
        assertTrue(!result.err().contains("OutOfMemory") && !result.err().contains("smtpsh has a fault"), result.err());
    }

    @Test
    void a_file_that_is_too_long_is_refused_unread() throws IOException {
        Path file = folder.resolve("huge.smtp");
        Files.write(file, new byte[40_000_000]);
        Program.Result result = run("96m", file);
        assertEquals(2, result.exit(), result.err());
        assertTrue(result.err().contains("octets"), result.err());
    }

    private static Program.Result run(String heap, Path file) {
        return Smtpsh.with("run", "--dry-run", "--test", file.toString())
                .with("SMTPSH_JAVA_OPTS", "-Xmx" + heap)
                .run();
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - 500));
    }
}
