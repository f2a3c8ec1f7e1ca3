/**
 * What the TLS of a mail server takes: versions, cipher suites, groups, signature schemes and certificates, found by many
 * short hellos, and what is weak about its STARTTLS.
 *
 * <p>May use: {@code smtp wire tls}. Never: sends mail, or more than a bounded number of connections at once. Promise: no
 * handshake is completed but those that look at STARTTLS itself; what could not be found out is told as such.
 *
 * <p>Sources: RFC 3207, RFC 8446, RFC 5246, RFC 7507, RFC 9325.
 */
package dev.smtpsh.scan;
