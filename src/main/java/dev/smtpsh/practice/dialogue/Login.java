package dev.smtpsh.practice.dialogue;

import dev.smtpsh.smtp.Octets;
import java.util.Locale;
import java.util.Optional;

/** The server's side of a mechanism: it asks until it has a claim. */
interface Login {
    /** What comes of a response. */
    sealed interface Step {}

    /** The server asks on. */
    record Ask(Octets challenge) implements Step {}

    /** The client says who it is. */
    record Claim(String user, String password) implements Step {}

    /** The response cannot be read. */
    record Broken() implements Step {}

    /** What to ask when AUTH came without an initial response. */
    Octets first();

    Step answer(Octets response);

    /** The mechanism of a name in any letter case. */
    static Optional<Login> named(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (upper.equals("PLAIN")) {
            return Optional.of(new Plain());
        }
        return upper.equals("LOGIN") ? Optional.of(new UserThenPassword()) : Optional.empty();
    }

    /** PLAIN: authorization identity, NUL, user, NUL, password (RFC 4616 2). */
    final class Plain implements Login {
        @Override
        public Octets first() {
            return Octets.EMPTY;
        }

        @Override
        public Step answer(Octets response) {
            String[] parts = response.text().split("\0", -1);
            if (parts.length != 3 || parts[1].isEmpty()) {
                return new Broken();
            }
            // Nobody may act for somebody else here, so such a claim is one that no password fits.
            boolean self = parts[0].isEmpty() || parts[0].equals(parts[1]);
            return new Claim(self ? parts[1] : "", parts[2]);
        }
    }

    /** LOGIN: asks for the user, then for the password; never a standard, and everywhere. */
    final class UserThenPassword implements Login {
        private Optional<String> user = Optional.empty();

        @Override
        public Octets first() {
            return Octets.latin1("Username:");
        }

        @Override
        public Step answer(Octets response) {
            if (user.isPresent()) {
                return new Claim(user.get(), response.text());
            }
            user = Optional.of(response.text());
            return new Ask(Octets.latin1("Password:"));
        }
    }
}
