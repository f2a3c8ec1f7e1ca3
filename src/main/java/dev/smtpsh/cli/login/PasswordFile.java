package dev.smtpsh.cli.login;

import dev.smtpsh.shell.login.Keyring;
import dev.smtpsh.shell.login.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.function.Consumer;

/** The first line of a file; read anew for each login. */
record PasswordFile(Path file, Consumer<String> warnings) implements PasswordSource {
    @Override
    public Keyring.Found password(String host, String user) {
        warnIfOpen(file, warnings);
        try (InputStream in = Files.newInputStream(file)) {
            return new Keyring.Password(FirstLine.of(in));
        } catch (IOException e) {
            return unreadable(file, e);
        }
    }

    static Keyring.NotReadable unreadable(Path file, IOException e) {
        return new Keyring.NotReadable(new Trouble(
                Trouble.Kind.MISSING,
                "not logged in: cannot read " + file,
                e.getClass().getSimpleName() + ": " + e.getMessage(),
                "Check the name and whether you may read it."));
    }

    static void warnIfOpen(Path file, Consumer<String> warnings) {
        try {
            if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
                warnings.accept(file + " holds a password, and everybody on this machine may read it: chmod 600 it.");
            }
        } catch (IOException | UnsupportedOperationException e) {
            // Whether it can be read at all is found out next.
        }
    }
}
