package dev.smtpsh.practice.scenario;

import java.util.Locale;

/** What is right or wrong with the certificate a scenario shows. */
public enum CertificateKind {
    VALID,
    EXPIRED,
    NOT_YET_VALID,
    WRONG_NAME,
    SELF_SIGNED;

    /** As a scenario writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
