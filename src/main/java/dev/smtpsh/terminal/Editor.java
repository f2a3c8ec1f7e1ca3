package dev.smtpsh.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jline.builtins.Nano;
import org.jline.terminal.Terminal;

/** Lets the operator change a text: in the editor of his choice, or in the small one that comes along. */
final class Editor {
    private final Terminal terminal;
    private final Optional<String> command;
    private final Consumer<Runnable> aside;

    /** @param aside gives the whole screen away while something runs */
    Editor(Terminal terminal, Optional<String> command, Consumer<Runnable> aside) {
        this.aside = aside;
        this.terminal = terminal;
        this.command = command;
    }

    /** The text after editing; empty if no editor ran. */
    Optional<byte[]> edit(byte[] text) {
        try {
            // Created for its owner alone: it may hold what is nobody's business.
            Path file = Files.createTempFile("smtpsh-", ".eml");
            try {
                Files.write(file, text);
                AtomicBoolean ran = new AtomicBoolean();
                aside.accept(() -> ran.set(command.isPresent() ? run(command.get(), file) : nano(file)));
                return ran.get() ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean nano(Path file) {
        try {
            Nano nano = new Nano(terminal, file.getParent());
            nano.open(file.getFileName().toString());
            nano.run();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    // By a shell, since EDITOR may hold options.
    private static boolean run(String command, Path file) {
        Process process;
        try {
            process = new ProcessBuilder("sh", "-c", command + " \"$1\"", "sh", file.toString())
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            return false;
        }
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            process.destroy();
            return false;
        }
    }
}
