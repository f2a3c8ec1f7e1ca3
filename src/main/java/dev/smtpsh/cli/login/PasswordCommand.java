package dev.smtpsh.cli.login;

import dev.smtpsh.shell.login.Keyring;
import dev.smtpsh.shell.login.Trouble;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The first line that a command prints, such as {@code pass show smtp/probe}; run anew for each login. */
record PasswordCommand(String command) implements PasswordSource {
    /** For the command to end (limit {@code password-command}): somebody may have to type a passphrase for it. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public Keyring.Found password(String host, String user) {
        Process process;
        try {
            process = new ProcessBuilder("/bin/sh", "-c", command)
                    .redirectInput(new File("/dev/null"))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            return failed("It does not start: " + e.getMessage());
        }
        try {
            return password(process);
        } catch (IOException e) {
            return failed("What it prints cannot be read: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("It was interrupted");
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private Keyring.Found password(Process process) throws IOException, InterruptedException {
        FirstLineOf line = new FirstLineOf(process);
        line.start();
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            return failed("It did not end within " + PATIENCE.toMinutes() + " minutes");
        }
        char[] password = line.read();
        if (process.exitValue() != 0) {
            return failed("It ended with exit code " + process.exitValue());
        }
        return password.length == 0 ? failed("It printed nothing") : new Keyring.Password(password);
    }

    private static Keyring.NotReadable failed(String why) {
        return new Keyring.NotReadable(new Trouble(
                Trouble.Kind.MISSING,
                "not logged in: --password-command gave no password",
                why,
                "Try the command by itself: it must print the password as its first line."));
    }
}
