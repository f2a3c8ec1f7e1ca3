package dev.smtpsh.shell.assist;

/**
 * A way to complete the word under the cursor.
 *
 * @param value replaces the word
 * @param group the heading it is listed under
 * @param about what it is for, or why it is not for now
 * @param complete whether the word is then finished and a space may follow
 */
public record Candidate(String value, String group, String about, boolean complete) {}
