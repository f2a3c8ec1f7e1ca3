package dev.smtpsh.practice.login;

import dev.smtpsh.smtp.Octets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** SCRAM without channel binding, on the server's side (RFC 5802 3). Names and passwords are taken as they are. */
final class ScramLogin implements Login {
    private static final int ITERATIONS = 4096;
    private static final Pattern FIRST = Pattern.compile("([ny],(a=[^,]*)?,)(n=([^,]+),r=([!-+\\--~]+))(,.*)?");
    private static final Pattern FINAL = Pattern.compile("(c=([^,]+),r=([^,]+)),p=([^,]+)");

    private final Server server;
    private final String digest;
    private final String hash;
    private final String salt;
    private String header = "";
    private String user = "";
    private String nonce = "";
    private String messages = "";
    private boolean proved;

    /**
     * @param digest as Java names the hash function
     * @param hash the same within the name of a MAC
     */
    ScramLogin(Server server, String digest, String hash) {
        this.server = server;
        this.digest = digest;
        this.hash = hash;
        this.salt = base64(server.chance().get().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Octets first() {
        return Octets.EMPTY;
    }

    @Override
    public Step answer(Octets response) {
        if (proved) {
            return response.isEmpty() ? new Verdict(user, true) : new Broken();
        }
        return nonce.isEmpty() ? begin(response.text()) : judge(response.text());
    }

    private Step begin(String text) {
        Matcher first = FIRST.matcher(text);
        if (!first.matches()) {
            return new Broken();
        }
        header = first.group(1);
        user = first.group(4).replace("=2C", ",").replace("=3D", "=");
        nonce = first.group(5) + server.chance().get();
        String reply = "r=" + nonce + ",s=" + salt + ",i=" + ITERATIONS;
        messages = first.group(3) + "," + reply + ",";
        return new Ask(Octets.utf8(reply));
    }

    private Step judge(String text) {
        Matcher last = FINAL.matcher(text);
        boolean fits = last.matches()
                && last.group(2).equals(base64(utf8(header)))
                && last.group(3).equals(nonce);
        if (!fits) {
            return new Broken();
        }
        // Nobody may act for somebody else here.
        boolean self = !header.contains("a=") || header.contains("a=" + user + ",");
        Optional<String> password = server.passwords().of(user).filter(known -> self);
        if (password.isEmpty()) {
            return new Verdict(user, false);
        }
        return verify(salted(password.get()), utf8(messages + last.group(1)), last.group(4));
    }

    private Step verify(byte[] salted, byte[] message, String proof) {
        byte[] key = hmac(salted, utf8("Client Key"));
        byte[] signature = hmac(digest(key), message);
        byte[] expected = new byte[key.length];
        for (int i = 0; i < key.length; i++) {
            expected[i] = (byte) (key[i] ^ signature[i]);
        }
        if (!base64(expected).equals(proof)) {
            return new Verdict(user, false);
        }
        proved = true;
        return new Ask(Octets.latin1("v=" + base64(hmac(hmac(salted, utf8("Server Key")), message))));
    }

    private byte[] salted(String password) {
        try {
            int bits = MessageDigest.getInstance(digest).getDigestLength() * Byte.SIZE;
            PBEKeySpec spec =
                    new PBEKeySpec(password.toCharArray(), Base64.getDecoder().decode(salt), ITERATIONS, bits);
            return SecretKeyFactory.getInstance("PBKDF2WithHmac" + hash)
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("Hmac" + hash);
            mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] digest(byte[] text) {
        try {
            return MessageDigest.getInstance(digest).digest(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
