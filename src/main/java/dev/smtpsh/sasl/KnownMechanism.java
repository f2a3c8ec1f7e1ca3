package dev.smtpsh.sasl;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** The mechanisms one meets, best first: what to think of each, and how smtpsh uses those that it can. */
public enum KnownMechanism {
    SCRAM_SHA_512_PLUS("best: the password is never sent, and nobody stands between"),
    SCRAM_SHA_256_PLUS("best: the password is never sent, and nobody stands between"),
    SCRAM_SHA_1_PLUS("good: the password is never sent"),
    SCRAM_SHA_512("best: the password is never sent", (keys, nonce) -> Scram.begin(ScramHash.SHA_512, keys, nonce)),
    SCRAM_SHA_256("best: the password is never sent", (keys, nonce) -> Scram.begin(ScramHash.SHA_256, keys, nonce)),
    SCRAM_SHA_1("good: the password is never sent", (keys, nonce) -> Scram.begin(ScramHash.SHA_1, keys, nonce)),
    OAUTHBEARER("a token instead of a password", "the token"),
    XOAUTH2("a token instead of a password", "the token"),
    EXTERNAL("by client certificate"),
    GSSAPI("by Kerberos"),
    CRAM_MD5("old", (keys, nonce) -> new Beginning.Ready(new CramMd5(keys))),
    DIGEST_MD5("old"),
    NTLM("old"),
    PLAIN("ok under TLS", "the password", (keys, nonce) -> Plain.begin(keys)),
    LOGIN("ok under TLS", "the password", (keys, nonce) -> new Beginning.Ready(new UserThenPassword(keys))),
    ANONYMOUS("no login at all");

    private final String judgement;
    private final String shown;
    private final Optional<BiFunction<Credentials, String, Beginning>> maker;

    KnownMechanism(String judgement) {
        this(judgement, "", Optional.empty());
    }

    KnownMechanism(String judgement, String shown) {
        this(judgement, shown, Optional.empty());
    }

    KnownMechanism(String judgement, BiFunction<Credentials, String, Beginning> maker) {
        this(judgement, "", Optional.of(maker));
    }

    KnownMechanism(String judgement, String shown, BiFunction<Credentials, String, Beginning> maker) {
        this(judgement, shown, Optional.of(maker));
    }

    KnownMechanism(String judgement, String shown, Optional<BiFunction<Credentials, String, Beginning>> maker) {
        this.judgement = judgement;
        this.shown = shown;
        this.maker = maker;
    }

    /** As AUTH names it. */
    public String word() {
        return name().replace('_', '-');
    }

    /** What one ought to think of it, in a few words. */
    public String judgement(boolean secured) {
        return shown.isEmpty() || secured ? judgement : "shows " + shown + ": STARTTLS first";
    }

    /** What anybody on the way could read without TLS: {@code the password}; empty if nothing. */
    public Optional<String> shows() {
        return shown.isEmpty() ? Optional.empty() : Optional.of(shown);
    }

    /** Whether smtpsh can log in by it. */
    public boolean spoken() {
        return maker.isPresent();
    }

    /**
     * Begins a login.
     *
     * @param credentials taken over: wiped when the mechanism is closed
     * @param nonce chance: printable ASCII without a comma, new for each login
     */
    public Beginning begin(Credentials credentials, String nonce) {
        return maker.map(make -> make.apply(credentials, nonce))
                .orElseGet(() -> new Beginning.Unfit("smtpsh does not speak " + word() + " yet"));
    }

    /** The mechanism of a name in any letter case. */
    public static Optional<KnownMechanism> named(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        for (KnownMechanism mechanism : values()) {
            if (mechanism.word().equals(upper)) {
                return Optional.of(mechanism);
            }
        }
        return Optional.empty();
    }

    /** Orders names, best first; names nobody knows come last. */
    public static Comparator<String> bestFirst() {
        return Comparator.comparingInt(
                name -> named(name).map(KnownMechanism::ordinal).orElse(values().length));
    }
}
