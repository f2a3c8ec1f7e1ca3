package dev.smtpsh.session.login;

import dev.smtpsh.session.Exchange;

/** What came of a login. The exchanges and failures on the way were told already. */
public sealed interface LoginResult {
    /** The server says 235, and the mechanism has nothing against it. */
    record Accepted(Exchange last) implements LoginResult {}

    /**
     * The server says 235 without having done what the mechanism wants of it.
     *
     * @param missing what it has not done, a sentence without full stop
     */
    record Unproven(Exchange last, String missing) implements LoginResult {}

    /** The server says no, for now or for good. */
    record Refused(Exchange last) implements LoginResult {}

    /**
     * We gave up by {@code *}, because the server asked what must not be answered.
     *
     * @param why a sentence without full stop
     * @param dropped whether the server went on asking even so, and the connection was dropped
     */
    record GivenUp(String why, boolean dropped) implements LoginResult {}

    /** No reply came. */
    record Broken() implements LoginResult {}
}
