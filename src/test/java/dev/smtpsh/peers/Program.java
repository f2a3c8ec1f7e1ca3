package dev.smtpsh.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A run of a program that ends by itself. */
public final class Program {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> command;
    private final Map<String, Optional<String>> environment = new HashMap<>();
    private Path folder = Path.of(".");
    private String input = "";

    private Program(List<String> command) {
        this.command = command;
    }

    /**
     * What a run left.
     *
     * @param out what it wrote to standard output
     * @param err what it wrote to standard error
     */
    public record Result(int exit, String out, String err) {
        /** Fails unless the program ended well. */
        public Result wentWell() {
            if (exit != 0) {
                throw new AssertionError("exit " + exit + "\n" + out + err);
            }
            return this;
        }
    }

    public static Program of(String... command) {
        return new Program(List.of(command));
    }

    /** Runs in a folder of its own instead of the project's. */
    public Program in(Path where) {
        folder = where;
        return this;
    }

    public Program with(String variable, String value) {
        environment.put(variable, Optional.of(value));
        return this;
    }

    public Program without(String variable) {
        environment.put(variable, Optional.empty());
        return this;
    }

    public Program input(String text) {
        input = text;
        return this;
    }

    /** Runs it to its end; a program that takes more than a minute is killed and fails the test. */
    public Result run() {
        try {
            return result();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while running " + command, e);
        }
    }

    // Through files: a daemon that inherits a pipe would keep it open for good.
    private Result result() throws IOException, InterruptedException {
        Path in = Files.createTempFile("smtpsh-in", "");
        Path out = Files.createTempFile("smtpsh-out", "");
        Path err = Files.createTempFile("smtpsh-err", "");
        try {
            Files.writeString(in, input);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            environment.forEach((name, value) -> value.ifPresentOrElse(
                    text -> builder.environment().put(name, text),
                    () -> builder.environment().remove(name)));
            Process process = builder.start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("did not end: " + command + "\n" + text(out) + text(err));
            }
            return new Result(process.exitValue(), text(out), text(err));
        } finally {
            Files.delete(in);
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
