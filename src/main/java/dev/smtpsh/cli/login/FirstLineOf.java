package dev.smtpsh.cli.login;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Reads what a process prints while it runs, so that it never waits for a reader: the first line is kept. */
final class FirstLineOf {
    private final FutureTask<char[]> task;

    FirstLineOf(Process process) {
        task = new FutureTask<>(() -> {
            try (InputStream out = process.getInputStream()) {
                char[] line = FirstLine.of(out);
                out.transferTo(OutputStream.nullOutputStream());
                return line;
            }
        });
    }

    void start() {
        Thread thread = new Thread(task, "smtpsh-password-command");
        thread.setDaemon(true);
        thread.start();
    }

    char[] read() throws IOException, InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        }
    }
}
