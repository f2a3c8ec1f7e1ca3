package dev.smtpsh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the built distribution loads to explain something: see decision 8. */
class StartIT {
    private static final Path HOME = Path.of(System.getProperty("smtpsh.home", "target/smtpsh"));
    private static final Pattern SLOW = Pattern.compile(
            ".*\\$\\$Lambda.*|java\\.util\\.(stream|regex)\\..*|org\\.(jline|bouncycastle|xbill|apache)\\..*|org\\.slf4j\\..*"
                    + "|com\\.google\\..*|dev\\.smtpsh\\.(terminal|session|wire|tls|dns|domain)\\..*");
    // Named where options are read, and loaded to check the code; the library itself is not.
    private static final Pattern EXCEPTION = Pattern.compile("org\\.apache\\.commons\\.cli\\.\\w+Exception");

    @TempDir
    private static Path folder;

    @Test
    void explain_loads_nothing_that_takes_time() throws IOException {
        List<String> slow = new ArrayList<>();
        List<String> classes = loaded("explain", "550");
        for (String name : classes) {
            if (SLOW.matcher(name).matches() && !EXCEPTION.matcher(name).matches()) {
                slow.add(name);
            }
        }
        assertTrue(classes.contains("dev.smtpsh.annotate.Explainer"), classes::toString);
        assertEquals(List.of(), slow);
    }

    private static List<String> loaded(String... words) throws IOException {
        Path log = folder.resolve("classes.txt");
        List<String> command =
                new ArrayList<>(List.of(HOME.resolve("bin/smtpsh").toString()));
        command.addAll(List.of(words));
        Program.of(command.toArray(String[]::new))
                .with("SMTPSH_JAVA_OPTS", "-Xlog:class+load:file=" + log + ":none")
                .run()
                .wentWell();
        List<String> names = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            names.add(line.substring(0, Math.max(line.indexOf(' '), 0)));
        }
        return names;
    }
}
