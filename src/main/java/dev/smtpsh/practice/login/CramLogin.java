package dev.smtpsh.practice.login;

import dev.smtpsh.smtp.Octets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** CRAM-MD5: the client hashes a text of ours with its password (RFC 2195 2). */
final class CramLogin implements Login {
    private final Server server;
    private final String challenge;

    CramLogin(Server server) {
        this.server = server;
        this.challenge = "<" + server.chance().get() + "@" + server.host() + ">";
    }

    @Override
    public Octets first() {
        return Octets.utf8(challenge);
    }

    @Override
    public boolean clientMayBegin() {
        return false;
    }

    @Override
    public Step answer(Octets response) {
        String text = response.text();
        // A user name may hold blanks, a digest does not.
        int blank = text.lastIndexOf(' ');
        if (blank < 1) {
            return new Broken();
        }
        String user = text.substring(0, blank);
        String digest = text.substring(blank + 1);
        return new Verdict(
                user,
                server.passwords()
                        .of(user)
                        .map(this::digest)
                        .filter(digest::equals)
                        .isPresent());
    }

    private String digest(String password) {
        try {
            Mac mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacMD5"));
            return HexFormat.of().formatHex(mac.doFinal(challenge.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
