package dev.smtpsh.shell.login;

import java.util.Optional;

/** Where user name and password come from before anybody is asked: options, files, a command. */
public interface Keyring {
    /** Nothing is known: the operator is asked. */
    Keyring EMPTY = new Keyring() {
        @Override
        public Optional<String> user(String host) {
            return Optional.empty();
        }

        @Override
        public Found password(String host, String user) {
            return new NotHere();
        }
    };

    /** What was found. */
    sealed interface Found {}

    /** The password; whoever asked wipes it. */
    record Password(char[] characters) implements Found {
        @Override
        public String toString() {
            return "a password";
        }
    }

    /** There is none for this host and user. */
    record NotHere() implements Found {}

    /** There ought to be one, but it cannot be had. */
    record NotReadable(Trouble trouble) implements Found {}

    /** The user to log in as at a host. */
    Optional<String> user(String host);

    /** The password of a user at a host; asked once for each login. */
    Found password(String host, String user);
}
