/**
 * The secrets of a TLS connection as they are made: for a key log, and for taking a session up again.
 *
 * <p>May use: Bouncy Castle's low-level TLS. Never: sockets or files. Promise: a secret goes to the key log that the
 * operator asked for, and nowhere else.
 *
 * <p>Sources: RFC 8446 4.4.1, 4.6.1, 7.1; RFC 5077.
 */
package dev.smtpsh.tls.secret;
