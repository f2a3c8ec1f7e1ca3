package dev.smtpsh.practice.login;

import dev.smtpsh.smtp.Octets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The server's side of a mechanism: it asks until it can judge. Good for one login. */
public interface Login {
    /** What comes of a response. */
    sealed interface Step {}

    /** The server asks on. */
    record Ask(Octets challenge) implements Step {}

    /** The server has heard enough: the client is who it says, or it is not. */
    record Verdict(String user, boolean right) implements Step {}

    /** The response cannot be read. */
    record Broken() implements Step {}

    /** Whose password is what. */
    interface Passwords {
        Optional<String> of(String user);

        /** Whether a password is the user's. */
        default boolean fit(String user, String password) {
            return of(user).filter(password::equals).isPresent();
        }
    }

    /**
     * What a server brings along.
     *
     * @param host what it calls itself
     * @param chance gives printable ASCII without a comma, other each time
     */
    record Server(String host, Passwords passwords, Supplier<String> chance) {}

    /** What to ask when AUTH came without an initial response. */
    Octets first();

    /** Whether the client may begin (RFC 4422 3). */
    default boolean clientMayBegin() {
        return true;
    }

    /** Takes a response, base64 already taken off. */
    Step answer(Octets response);

    /** The mechanism of a name in any letter case. */
    static Optional<Login> named(String name, Server server) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "PLAIN" -> Optional.of(new PlainLogin(server));
            case "LOGIN" -> Optional.of(new UserThenPasswordLogin(server));
            case "CRAM-MD5" -> Optional.of(new CramLogin(server));
            case "SCRAM-SHA-1" -> Optional.of(new ScramLogin(server, "SHA-1", "SHA1"));
            case "SCRAM-SHA-256" -> Optional.of(new ScramLogin(server, "SHA-256", "SHA256"));
            case "SCRAM-SHA-512" -> Optional.of(new ScramLogin(server, "SHA-512", "SHA512"));
            default -> Optional.empty();
        };
    }
}
