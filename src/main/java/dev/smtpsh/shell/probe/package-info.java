/**
 * The lines of a script at the prompt: what must come, what must be true, what is kept and stands for its name afterwards.
 *
 * <p>May use: {@code script}, {@code shell.talk shell.means}. Never: sends what was typed here to a server. Promise: a line means
 * the same as it does in a file, and nothing of scripts is loaded before the first of them.
 */
package dev.smtpsh.shell.probe;
