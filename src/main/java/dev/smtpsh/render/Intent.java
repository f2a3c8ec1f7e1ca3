package dev.smtpsh.render;

/** What a piece of text is, from which a writer derives how it looks. */
public enum Intent {
    /** The word for "accepted". */
    OK,
    /** The word for "more is wanted". */
    GO_ON,
    /** The word for "not now". */
    TRY_LATER,
    /** The word for "no". */
    REFUSED,
    /** The word for "against the protocol", or for "nothing came of it". */
    BROKEN,
    /** The word for "hung up". */
    CLOSED,
    /** A reply code or enhanced status code. */
    CODE,
    /** Repeats what is known: gutters, times. */
    DIM,
    /** Matters more than its neighbours. */
    STRONG,
    /** What the server said. */
    SERVER,
    /** Anything else. */
    PLAIN
}
