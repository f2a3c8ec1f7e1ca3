/**
 * Lessons in the shell: which one is being played, on what server, what is said about it, how far the learner is.
 *
 * <p>May use: {@code talk} and what it uses, {@code lesson}, {@code practice}, {@code render.teaching}. Never: a terminal.
 * Promise: a tick comes from what happened at the server, or from a word used where no server can see it.
 */
package dev.smtpsh.shell.teach;
