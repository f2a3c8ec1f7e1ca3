package dev.smtpsh.sasl;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A user name and a password, kept as characters that can be wiped. */
public final class Credentials implements AutoCloseable {
    private final String user;
    private final char[] password;

    /** @param password taken over, not copied: it is wiped when these credentials are closed */
    public Credentials(String user, char[] password) {
        this.user = user;
        this.password = password;
    }

    public String user() {
        return user;
    }

    /** The same once more, wiped on its own. */
    public Credentials copy() {
        return new Credentials(user, password.clone());
    }

    char[] password() {
        return password;
    }

    /** The password in UTF-8; whoever asks wipes it. */
    byte[] passwordOctets() {
        return octets(password);
    }

    static byte[] octets(char[] text) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
        byte[] octets = new byte[encoded.remaining()];
        encoded.get(octets);
        Arrays.fill(encoded.array(), (byte) 0);
        return octets;
    }

    @Override
    public void close() {
        Arrays.fill(password, '\0');
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Credentials of " + user;
    }
}
