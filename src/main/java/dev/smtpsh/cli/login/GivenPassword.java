package dev.smtpsh.cli.login;

import dev.smtpsh.shell.login.Keyring;

/** A password that came with the first line of standard input; it cannot be read again, so it is kept for the run. */
record GivenPassword(char[] characters) implements PasswordSource {
    @Override
    public Keyring.Found password(String host, String user) {
        return new Keyring.Password(characters.clone());
    }

    @Override
    public String toString() {
        return "a given password";
    }
}
