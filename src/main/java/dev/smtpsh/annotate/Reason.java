package dev.smtpsh.annotate;

import java.util.Locale;
import java.util.Optional;

/** Why a message or command was refused: a neutral taxonomy, see {@code docs/rules.md}. */
public enum Reason {
    USER_UNKNOWN,
    MAILBOX_FULL,
    MAILBOX_DISABLED,
    MOVED,
    DOMAIN_UNKNOWN,
    NO_MAIL_HERE,
    SENDER_REJECTED,
    AUTH_FAILED_MESSAGE,
    REPUTATION,
    BLOCKED,
    PTR_MISSING,
    SPAM,
    VIRUS,
    CONTENT,
    POLICY,
    RFC_VIOLATION,
    TOO_BIG,
    RATE,
    GREYLISTED,
    RELAY_DENIED,
    SECURITY,
    LOOP,
    NETWORK,
    EXPIRED,
    SERVER_ERROR,
    SERVER_FULL,
    PROTOCOL,
    SUPPRESSED,
    DELIVERED,
    VACATION,
    FEEDBACK,
    OTHER;

    /** The word in rule files and reports, such as {@code user-unknown}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Reason> named(String label) {
        for (Reason reason : values()) {
            if (reason.label().equals(label)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}
