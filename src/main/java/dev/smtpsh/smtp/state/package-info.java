/**
 * The order of things: where a conversation stands and what may come next (RFC 5321 3 and 4.1.4).
 *
 * <p>May use: {@code smtp}. Never: I/O. It advises and never forbids: any command can be sent in any state.
 */
package dev.smtpsh.smtp.state;
