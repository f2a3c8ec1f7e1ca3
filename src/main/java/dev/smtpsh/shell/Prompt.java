package dev.smtpsh.shell;

/**
 * What stands before the cursor.
 *
 * @param text plain ASCII, ends in {@code "> "}, or {@code "| "} inside a message
 * @param right what may stand at the right end of the line, where there is room: the last reply, TLS, the whole host name
 * @param secret whether what is typed must not be seen or remembered
 */
public record Prompt(String text, String right, boolean secret) {}
