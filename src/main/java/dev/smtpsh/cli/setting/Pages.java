package dev.smtpsh.cli.setting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * Shows what is longer than the screen through a pager.
 *
 * @param command of the pager, run by sh; empty if there is to be none
 * @param rows of the screen now; 0 if that is not known
 * @param screen takes the rest, and all if the pager fails
 * @param aside gives the whole screen away while something runs
 */
public record Pages(Optional<String> command, IntSupplier rows, Consumer<String> screen, Consumer<Runnable> aside)
        implements Consumer<String> {
    private static final int NOT_FOUND = 127;

    @Override
    public void accept(String text) {
        long lines = text.chars().filter(c -> c == '\n').count();
        boolean longer = rows.getAsInt() > 0 && lines >= rows.getAsInt();
        if (!longer || command.isEmpty() || !paged(text)) {
            screen.accept(text);
        }
    }

    private boolean paged(String text) {
        AtomicBoolean shown = new AtomicBoolean();
        aside.accept(() -> shown.set(paged(command.get(), text)));
        return shown.get();
    }

    private static boolean paged(String command, String text) {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        // Colours as they are, and no pager where one screen is enough.
        builder.environment().putIfAbsent("LESS", "FRX");
        try {
            Process pager = builder.start();
            feed(pager, text);
            return ended(pager) != NOT_FOUND;
        } catch (IOException e) {
            return false;
        }
    }

    private static void feed(Process pager, String text) {
        try (OutputStream in = pager.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It was left before the end was reached.
        }
    }

    // Ctrl-C is the pager's while it runs.
    private static int ended(Process pager) {
        while (true) {
            try {
                return pager.waitFor();
            } catch (InterruptedException e) {
                continue;
            }
        }
    }
}
