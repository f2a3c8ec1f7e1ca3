/**
 * The operator's desk: the conversations that are open, what was said in each, what is being typed for them, and how it
 * went.
 *
 * <p>May use: {@code connect}, {@code face}, {@code assist}, {@code language}, and all rooms below. Never: reads a line or
 * knows a word of ours. Promise: what came of a line is shown and kept, whatever it is.
 */
package dev.smtpsh.shell.talk;
