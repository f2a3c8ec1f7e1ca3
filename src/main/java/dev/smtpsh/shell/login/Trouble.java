package dev.smtpsh.shell.login;

/**
 * Why a login did not come about.
 *
 * @param what what is the matter, half a sentence
 * @param why the reason; empty if {@code what} says it
 * @param mend what to do, a sentence
 */
public record Trouble(Kind kind, String what, String why, String mend) {
    /** Whose trouble it is. */
    public enum Kind {
        /** The word was not used as it can be. */
        USAGE,
        /** Something needed for a login is missing, or was not given. */
        MISSING,
        /** The server did what a server must not do. */
        PROTOCOL
    }

    static Trouble usage(String what, String why, String mend) {
        return new Trouble(Kind.USAGE, what, why, mend);
    }

    static Trouble missing(String what, String why, String mend) {
        return new Trouble(Kind.MISSING, what, why, mend);
    }

    static Trouble protocol(String what, String why, String mend) {
        return new Trouble(Kind.PROTOCOL, what, why, mend);
    }
}
