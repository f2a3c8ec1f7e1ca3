/**
 * A message being written at the prompt: its lines, the escapes that work on it, what it looks like.
 *
 * <p>May use: {@code message}, {@code smtp}. Never: sends it. Promise: an octet typed is an octet of the message; only a
 * line that begins with a tilde is ours, and only where somebody types.
 */
package dev.smtpsh.shell.draft;
