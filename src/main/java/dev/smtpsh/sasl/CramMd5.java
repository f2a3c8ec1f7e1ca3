package dev.smtpsh.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** CRAM-MD5: the server's text, hashed with the password; the server proves nothing (RFC 2195 2). */
final class CramMd5 implements Mechanism {
    private final Credentials credentials;
    private boolean answered;

    CramMd5(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public String name() {
        return "CRAM-MD5";
    }

    @Override
    public Optional<byte[]> initialResponse() {
        return Optional.empty();
    }

    @Override
    public Step respond(byte[] challenge) {
        if (answered) {
            return new Step.Wrong("the server asks on, although it has the answer to its challenge");
        }
        if (challenge.length == 0) {
            return new Step.Wrong("the challenge is empty: anybody could have sent the same before");
        }
        answered = true;
        byte[] key = credentials.passwordOctets();
        String digest = HexFormat.of().formatHex(Keyed.hash("HmacMD5", key, challenge));
        Arrays.fill(key, (byte) 0);
        return new Step.Answer((credentials.user() + " " + digest).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> missing() {
        return answered ? Optional.empty() : Optional.of("it never asked for anything");
    }

    @Override
    public void close() {
        credentials.close();
    }
}
