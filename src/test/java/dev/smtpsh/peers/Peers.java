package dev.smtpsh.peers;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Programs that tests need and that a developer's machine may not have. Without one, a test is skipped with a plain
 * message; where {@code SMTPSH_PEERS_REQUIRED=true} is set, as in {@code .ci/run}, it fails.
 */
public final class Peers {
    private Peers() {}

    /** Ends the test, one way or the other, unless every program is there. */
    public static void require(String... programs) {
        for (String program : programs) {
            if (find(program).isEmpty()) {
                missing(program + " is not installed");
            }
        }
    }

    /** Ends the test, one way or the other, unless it runs as root. */
    public static void requireRoot() {
        if (!System.getProperty("user.name").equals("root")) {
            missing("not root: a private Postfix needs root to start");
        }
    }

    /** Where a program is; administrators' folders are searched too, as an ordinary PATH leaves them out. */
    public static Optional<Path> find(String program) {
        if (program.startsWith("/")) {
            return Optional.of(Path.of(program)).filter(Files::isExecutable);
        }
        Stream<String> folders = Stream.concat(
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":")),
                Stream.of("/usr/local/sbin", "/usr/sbin", "/sbin"));
        return folders.filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void missing(String what) {
        if (Boolean.getBoolean("smtpsh.peers.required")
                || "true".equalsIgnoreCase(System.getenv("SMTPSH_PEERS_REQUIRED"))) {
            fail(what + ", but SMTPSH_PEERS_REQUIRED=true");
        }
        abort(what);
    }
}
