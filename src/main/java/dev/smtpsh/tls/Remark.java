package dev.smtpsh.tls;

/**
 * Something wrong or weak about a handshake or certificate.
 *
 * @param words what is wrong, as a sentence without full stop, such as {@code expired 3 days ago (2026-11-20)}
 * @param mend what its owner should do
 * @param breaksTrust whether a sender that checks certificates would refuse it
 */
public record Remark(Kind kind, String words, String mend, boolean breaksTrust) {
    /** What it is about. */
    public enum Kind {
        EXPIRED,
        NOT_YET_VALID,
        WRONG_NAME,
        SELF_SIGNED,
        UNKNOWN_ISSUER,
        BAD_ORDER,
        SURPLUS,
        WEAK_KEY,
        WEAK_SIGNATURE,
        NAME_ONLY_IN_CN,
        OLD_VERSION,
        WEAK_SUITE,
        MALFORMED,
        OTHER
    }
}
