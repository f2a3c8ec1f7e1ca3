package dev.smtpsh.cli.login;

import dev.smtpsh.shell.login.Keyring;
import java.util.Optional;

/** One place where a password can come from. */
interface PasswordSource {
    Keyring.Found password(String host, String user);

    /** The user it knows for a host. */
    default Optional<String> user(String host) {
        return Optional.empty();
    }
}
