package dev.smtpsh.shell.draft;

import dev.smtpsh.smtp.state.SessionState;

/**
 * What is known of the envelope that a message is written for.
 *
 * @param eightBit whether MAIL announced octets that are no ASCII
 * @param host the server it goes to
 * @param practice whether that delivers nothing to anybody
 */
public record Letter(SessionState state, boolean eightBit, String host, boolean practice) {}
