package dev.smtpsh.shell.login;

/** What the operator is asked about before a secret goes out. */
public interface Caution {
    /** Whether a connection that is not encrypted is one. */
    boolean asksBeforeCleartext();

    /** Whether a certificate that does not prove who is there is one. */
    boolean wantsProof();

    /** Whether a login that was accepted is kept, to log in again after a reconnect. */
    default boolean keepsLogin() {
        return false;
    }
}
