/**
 * What the local words do: one class a word or a family of words, one row each in {@link dev.smtpsh.shell.word.Vocabulary}.
 *
 * <p>May use: {@code talk} and what it uses. Never: reads from or draws on a terminal itself.
 */
package dev.smtpsh.shell.word;
