package dev.smtpsh.practice.login;

import dev.smtpsh.smtp.Octets;
import java.util.Optional;

/** LOGIN: asks for the user, then for the password; never a standard, and everywhere. */
final class UserThenPasswordLogin implements Login {
    private final Server server;
    private Optional<String> user = Optional.empty();

    UserThenPasswordLogin(Server server) {
        this.server = server;
    }

    @Override
    public Octets first() {
        return Octets.latin1("Username:");
    }

    @Override
    public Step answer(Octets response) {
        if (user.isPresent()) {
            return new Verdict(user.get(), server.passwords().fit(user.get(), response.text()));
        }
        user = Optional.of(response.text());
        return new Ask(Octets.latin1("Password:"));
    }
}
