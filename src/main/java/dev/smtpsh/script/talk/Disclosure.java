package dev.smtpsh.script.talk;

import dev.smtpsh.session.login.Exposure;

/**
 * To whom a script may show a secret, though somebody else could read it.
 *
 * @param inTheClear whether it may cross a connection that is not encrypted
 * @param unproven whether it may go to a server whose certificate proves nothing
 */
public record Disclosure(boolean inTheClear, boolean unproven) {
    /** To nobody. */
    public static final Disclosure NONE = new Disclosure(false, false);

    boolean forbids(Exposure exposure) {
        return exposure.cleartext() ? !inTheClear : !unproven;
    }
}
