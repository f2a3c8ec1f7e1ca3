package dev.smtpsh.tls;

import java.util.Comparator;

/**
 * Something wrong or weak about a handshake or certificate.
 *
 * @param words what is wrong, as a sentence without full stop, such as {@code expired 3 days ago (2026-11-20)}; may quote
 *     names the peer chose, so it must be made visible before it is shown
 * @param mend what its owner should do
 * @param breaksTrust whether a sender that checks certificates would refuse it
 */
public record Remark(Kind kind, String words, String mend, boolean breaksTrust) {
    /** What breaks trust before what does not, then by kind. */
    public static final Comparator<Remark> WORST_FIRST =
            Comparator.comparing(Remark::breaksTrust).reversed().thenComparing(Remark::kind);

    /** What it is about, worst first. */
    public enum Kind {
        MALFORMED,
        REVOKED,
        PIN,
        DANE,
        EXPIRED,
        NOT_YET_VALID,
        WRONG_NAME,
        NAME_ONLY_IN_CN,
        SELF_SIGNED,
        UNKNOWN_ISSUER,
        NO_AUTHORITY,
        WRONG_USE,
        WEAK_KEY,
        WEAK_SIGNATURE,
        OLD_VERSION,
        WEAK_SUITE,
        BAD_ORDER,
        SURPLUS,
        STAPLE,
        OTHER
    }
}
