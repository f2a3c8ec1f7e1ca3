package dev.smtpsh.practice.login;

import dev.smtpsh.smtp.Octets;
import java.util.Locale;
import java.util.Optional;

/** The server's side of a mechanism: it asks until it has a claim. Good for one login. */
public interface Login {
    /** What comes of a response. */
    sealed interface Step {}

    /** The server asks on. */
    record Ask(Octets challenge) implements Step {}

    /** The client says who it is. */
    record Claim(String user, String password) implements Step {
        @Override
        public String toString() {
            return "Claim of " + user;
        }
    }

    /** The response cannot be read. */
    record Broken() implements Step {}

    /** What to ask when AUTH came without an initial response. */
    Octets first();

    /** Takes a response, base64 already taken off. */
    Step answer(Octets response);

    /** The mechanism of a name in any letter case. */
    static Optional<Login> named(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "PLAIN" -> Optional.of(new PlainLogin());
            case "LOGIN" -> Optional.of(new UserThenPasswordLogin());
            default -> Optional.empty();
        };
    }
}
