/**
 * What a typed line is: an SMTP line, a word of ours, or neither.
 *
 * <p>May use: {@code smtp}. Never: runs anything. Promise: a line that begins with an SMTP verb is not touched.
 */
package dev.smtpsh.shell.language;
