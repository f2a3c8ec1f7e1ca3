/**
 * Logging in, from the client's side: a challenge goes in, an answer comes out (RFC 4422).
 *
 * <p>May use: nothing. Never: I/O, base64 of the wire, or a source of chance of its own. Promise: whatever a server asks is
 * answered or named as wrong, within bounds; a password is wiped when the mechanism is closed.
 *
 * <p>Sources: RFC 4616 (PLAIN), RFC 2195 (CRAM-MD5), RFC 5802 and RFC 7677 (SCRAM), RFC 4013 (SASLprep).
 */
package dev.smtpsh.sasl;
