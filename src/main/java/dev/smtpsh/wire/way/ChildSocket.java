package dev.smtpsh.wire.way;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A program that is spoken to through its standard streams, as far as a link uses a socket. What it writes to its
 * standard error is shown by nobody: it might hold anything.
 */
final class ChildSocket extends Socket {
    // After its input is over a program ends by itself, or is ended (limit child-goodbye).
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final Process process;
    private boolean rude;

    private ChildSocket(Process process) {
        this.process = process;
    }

    /** @param command a line for the shell, as swaks and ssh take one */
    static ChildSocket running(String command) throws IOException {
        return new ChildSocket(new ProcessBuilder("/bin/sh", "-c", command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    @Override
    public InputStream getInputStream() {
        return process.getInputStream();
    }

    @Override
    public OutputStream getOutputStream() {
        return process.getOutputStream();
    }

    @Override
    public void shutdownOutput() throws IOException {
        process.getOutputStream().close();
    }

    /** The next close is to be a reset: the program is killed. */
    @Override
    public void setSoLinger(boolean on, int seconds) {
        rude = on && seconds == 0;
    }

    @Override
    public synchronized void close() throws IOException {
        super.close();
        if (rude) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return;
        }
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has ended already.
        }
        ended();
    }

    private void ended() {
        try {
            if (process.waitFor(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
