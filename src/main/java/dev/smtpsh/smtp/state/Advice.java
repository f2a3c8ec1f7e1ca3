package dev.smtpsh.smtp.state;

/**
 * Why a command is out of order, or will do less than hoped. It never keeps the command from being sent.
 *
 * @param words what is missing, such as {@code needs a RCPT first}
 */
public record Advice(String words) {}
