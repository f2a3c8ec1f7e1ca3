package dev.smtpsh.practice.scenario;

import java.util.Locale;

/** What is right or wrong with the certificate a scenario shows. */
public enum CertificateKind {
    VALID,
    EXPIRED,
    NOT_YET_VALID,
    WRONG_NAME,
    SELF_SIGNED,
    NAME_ONLY_IN_SUBJECT,
    WITH_INTERMEDIATE,
    MISSING_INTERMEDIATE,
    /** RSA with 1024 bits. */
    WEAK_KEY,
    UNKNOWN_ISSUER,
    /** The authority before the intermediate. */
    WRONG_ORDER,
    /** Certificates of others behind it. */
    SURPLUS,
    /** A hundred of them. */
    HUNDRED,
    SHA1,
    MD5,
    /** Good for 127.0.0.1 and for no name. */
    ADDRESS_ONLY,
    /** {@code *.*.test}. */
    DEEP_WILDCARD,
    /** A name with NUL in it, behind which it belongs to somebody else. */
    NUL_IN_NAME,
    /** A name with characters that turn the direction of writing. */
    BIDI_IN_NAME,
    /** RSA with 16384 bits. */
    ABSURD_KEY,
    /** Ten thousand names, 300 KiB. */
    HUGE;

    /** As a scenario writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
