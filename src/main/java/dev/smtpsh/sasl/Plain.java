package dev.smtpsh.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** PLAIN: an empty authorization identity, NUL, user, NUL, password (RFC 4616 2). */
final class Plain implements Mechanism {
    private final Credentials credentials;
    private boolean said;

    private Plain(Credentials credentials) {
        this.credentials = credentials;
    }

    static Beginning begin(Credentials credentials) {
        boolean nul = credentials.user().indexOf('\0') >= 0;
        for (char c : credentials.password()) {
            nul |= c == '\0';
        }
        return nul
                ? new Beginning.Unfit("PLAIN cannot carry a NUL in the user name or the password")
                : new Beginning.Ready(new Plain(credentials));
    }

    @Override
    public String name() {
        return "PLAIN";
    }

    @Override
    public Optional<byte[]> initialResponse() {
        said = true;
        return Optional.of(message());
    }

    @Override
    public Step respond(byte[] challenge) {
        if (said) {
            return new Step.Wrong("the server asks on, although PLAIN has said everything in one answer");
        }
        said = true;
        return new Step.Answer(message());
    }

    @Override
    public Optional<String> missing() {
        return said ? Optional.empty() : Optional.of("it never asked for user name and password");
    }

    private byte[] message() {
        byte[] user = credentials.user().getBytes(StandardCharsets.UTF_8);
        byte[] password = credentials.passwordOctets();
        byte[] message = new byte[user.length + password.length + 2];
        System.arraycopy(user, 0, message, 1, user.length);
        System.arraycopy(password, 0, message, user.length + 2, password.length);
        Arrays.fill(password, (byte) 0);
        return message;
    }

    @Override
    public void close() {
        credentials.close();
    }
}
