/**
 * Commands: what a client says, byte for byte as typed, and what can be read out of it (RFC 5321 4.1).
 *
 * <p>May use: {@code smtp}. Never: I/O, and never a "corrected" line: a slip is described, the octets stay.
 */
package dev.smtpsh.smtp.command;
