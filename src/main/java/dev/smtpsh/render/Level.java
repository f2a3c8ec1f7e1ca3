package dev.smtpsh.render;

/** How much is said about a reply. */
public enum Level {
    /** One line for each exchange, its fields ended by tabs, for programs. */
    PLAIN,
    /** One line for each reply. */
    TERSE,
    /** Meaning, who acts, fix. */
    NORMAL,
    /** With the code taken apart and the place in the conversation, for learners. */
    FULL
}
