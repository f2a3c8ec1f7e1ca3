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
    WEAK_KEY;

    /** As a scenario writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
