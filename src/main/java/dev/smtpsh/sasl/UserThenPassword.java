package dev.smtpsh.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * LOGIN: the user name is the first answer and the password the second, whatever the server asks; servers word their
 * questions in many ways. Never a standard, and everywhere.
 */
final class UserThenPassword implements Mechanism {
    private final Credentials credentials;
    private int answers;

    UserThenPassword(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public String name() {
        return "LOGIN";
    }

    /** None: not every server takes one. */
    @Override
    public Optional<byte[]> initialResponse() {
        return Optional.empty();
    }

    @Override
    public Step respond(byte[] challenge) {
        return switch (answers++) {
            case 0 -> new Step.Answer(credentials.user().getBytes(StandardCharsets.UTF_8));
            case 1 -> new Step.Answer(credentials.passwordOctets());
            default -> new Step.Wrong("the server asks on, although it has the user name and the password");
        };
    }

    @Override
    public Optional<String> missing() {
        return answers >= 2 ? Optional.empty() : Optional.of("it never asked for user name and password");
    }

    @Override
    public void close() {
        credentials.close();
    }
}
