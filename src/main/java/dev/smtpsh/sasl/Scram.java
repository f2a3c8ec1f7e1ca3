package dev.smtpsh.sasl;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * SCRAM without channel binding: neither side says the password, each proves that it knows it (RFC 5802 3).
 */
final class Scram implements Mechanism {
    /** RFC 5802 5.1: fewer make it cheap to guess the password (limit {@code scram-iterations-least}). */
    static final int FEWEST = 4096;

    /** About a second of work; a server that asks for more wants to keep us busy (limit {@code scram-iterations}). */
    static final int MOST = 1_000_000;

    // "n": no channel binding; no authorization identity (RFC 5802 7, gs2-header).
    private static final String HEADER = "n,,";

    private enum Next {
        FIRST,
        SERVER_FIRST,
        SERVER_FINAL,
        NOTHING
    }

    private final ScramHash hash;
    private final Credentials credentials;
    private final String clientFirst;
    private final String nonce;
    private final byte[] password;
    private byte[] serverSignature = {};
    private Next next = Next.FIRST;

    private Scram(ScramHash hash, Credentials credentials, String user, byte[] password, String nonce) {
        this.hash = hash;
        this.credentials = credentials;
        this.password = password;
        this.nonce = nonce;
        this.clientFirst = "n=" + escaped(user) + ",r=" + nonce;
    }

    static Beginning begin(ScramHash hash, Credentials credentials, String nonce) {
        Optional<char[]> user = SaslPrep.prepare(credentials.user().toCharArray());
        Optional<char[]> password = SaslPrep.prepare(credentials.password());
        if (user.isEmpty() || password.isEmpty()) {
            String which = user.isEmpty() ? "the user name" : "the password";
            return new Beginning.Unfit(which + " holds a character that SCRAM does not allow (RFC 4013 2.3)");
        }
        byte[] octets = Credentials.octets(password.get());
        Arrays.fill(password.get(), '\0');
        return new Beginning.Ready(new Scram(hash, credentials, new String(user.get()), octets, nonce));
    }

    @Override
    public String name() {
        return hash.mechanism();
    }

    @Override
    public Optional<byte[]> initialResponse() {
        next = Next.SERVER_FIRST;
        return Optional.of(utf8(HEADER + clientFirst));
    }

    @Override
    public Step respond(byte[] challenge) {
        String text = new String(challenge, StandardCharsets.UTF_8);
        return switch (next) {
            case FIRST ->
                challenge.length == 0
                        ? new Step.Answer(initialResponse().orElseThrow())
                        : new Step.Wrong("the server speaks before it was spoken to, which SCRAM does not allow");
            case SERVER_FIRST -> prove(text);
            case SERVER_FINAL -> believe(text);
            case NOTHING -> new Step.Wrong("the server asks on, although both sides have proved themselves");
        };
    }

    @Override
    public Optional<String> missing() {
        return next == Next.NOTHING
                ? Optional.empty()
                : Optional.of("it never proved that it knows the password itself (RFC 5802 3)");
    }

    @Override
    public void close() {
        Arrays.fill(password, (byte) 0);
        credentials.close();
    }

    private Step prove(String text) {
        Optional<ServerFirst> read = ServerFirst.read(text);
        if (read.isEmpty()) {
            return new Step.Wrong(
                    text.isEmpty()
                            ? "the server sends nothing where SCRAM wants nonce, salt and iteration count"
                            : "the server's first message is not r=nonce,s=salt,i=count (RFC 5802 7)");
        }
        Optional<String> objection = objection(read.get());
        return objection.isPresent() ? new Step.Wrong(objection.get()) : proof(read.get());
    }

    private Optional<String> objection(ServerFirst first) {
        if (!first.nonce().startsWith(nonce) || first.nonce().length() == nonce.length()) {
            return Optional.of("the server's nonce does not extend ours, so this may be a recording of another login");
        }
        if (first.iterations() < 0 || first.iterations() > MOST) {
            return Optional.of("the server wants more than " + MOST + " rounds of hashing, to keep us busy");
        }
        return first.iterations() < FEWEST
                ? Optional.of("the server wants only " + first.iterations() + " rounds of hashing, fewer than " + FEWEST
                        + " (RFC 5802 5.1): whoever sees the proof could guess the password")
                : Optional.empty();
    }

    // RFC 5802 3, in its words: ClientProof := ClientKey XOR HMAC(StoredKey, AuthMessage).
    private Step proof(ServerFirst first) {
        String withoutProof = "c=" + Base64.getEncoder().encodeToString(utf8(HEADER)) + ",r=" + first.nonce();
        byte[] message = utf8(clientFirst + "," + first.whole() + "," + withoutProof);
        byte[] salted = hash.salted(password, first.salt(), first.iterations());
        byte[] proof = hash.hmac(salted, utf8("Client Key"));
        byte[] signature = hash.hmac(hash.h(proof), message);
        for (int i = 0; i < proof.length; i++) {
            proof[i] ^= signature[i];
        }
        serverSignature = hash.hmac(hash.hmac(salted, utf8("Server Key")), message);
        Arrays.fill(salted, (byte) 0);
        next = Next.SERVER_FINAL;
        return new Step.Answer(utf8(withoutProof + ",p=" + Base64.getEncoder().encodeToString(proof)));
    }

    private Step believe(String text) {
        if (text.startsWith("e=")) {
            return new Step.Wrong("the server refuses the proof");
        }
        boolean shaped = text.startsWith("v=");
        Optional<byte[]> signature =
                shaped ? ServerFirst.decoded(text.substring(2).split(",", 2)[0]) : Optional.empty();
        if (signature.isEmpty()) {
            return new Step.Wrong("the server's last message is not v=signature (RFC 5802 7)");
        }
        if (!MessageDigest.isEqual(signature.get(), serverSignature)) {
            return new Step.Wrong(
                    "the server's signature is wrong: it does not know the password, so it is not the server "
                            + "it says it is, or it is broken");
        }
        next = Next.NOTHING;
        return new Step.Finished();
    }

    // RFC 5802 5.1: a comma would end the name.
    private static String escaped(String user) {
        return user.replace("=", "=3D").replace(",", "=2C");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
