package dev.smtpsh.smtp.state;

import java.util.Locale;

/** Where a conversation stands between two commands. */
public enum Position {
    /** Nothing read yet. */
    CONNECTED,
    /** The greeting was read, or TLS has just begun: EHLO is due. */
    GREETED,
    /** EHLO or HELO was accepted. */
    READY,
    /** MAIL was accepted. */
    MAIL,
    /** At least one RCPT was accepted. */
    RCPT,
    /** 354 was given: the next lines are the message. */
    DATA,
    /** 334 was given: the next line answers a challenge. */
    AUTH,
    /** The connection is over. */
    CLOSED;

    /** The word that the prompt shows. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
