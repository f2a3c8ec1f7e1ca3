package dev.smtpsh.script.syntax;

/**
 * A mistake in a file.
 *
 * @param text the line it stands in, without what is secret, at most {@link ScriptLimits#SHOWN_LINE} characters
 * @param words what is wrong, half a sentence
 * @param mend how to write it instead, half a sentence; may be empty
 */
public record Problem(String file, Span span, String text, String words, String mend) {}
