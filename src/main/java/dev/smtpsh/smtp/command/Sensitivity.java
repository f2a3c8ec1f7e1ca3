package dev.smtpsh.smtp.command;

/** How much of what goes out may be written down: in history, transcript, report or log. */
public enum Sensitivity {
    /** All of it. */
    PLAIN,
    /** The first words only: {@code AUTH PLAIN ***}. */
    ARGUMENT_SECRET,
    /** All but the value of a {@code LOGIN=} attribute. */
    LOGIN_SECRET,
    /** Nothing: an answer to a challenge. */
    SECRET
}
