package dev.smtpsh.shell;

/**
 * What stands before the cursor.
 *
 * @param text plain ASCII, ends in {@code "> "}, or {@code "| "} inside a message
 * @param secret whether what is typed must not be seen or remembered
 */
public record Prompt(String text, boolean secret) {}
