/**
 * TLS as a {@link dev.smtpsh.wire.Layer}: handshake, what was negotiated, what is wrong with a certificate, and the
 * server side for practice.
 *
 * <p>May use: {@code wire}; the door to Bouncy Castle's low-level TLS. Never: sockets. Promise: a handshake succeeds
 * whatever the certificate says, the report tells everything wrong with it, and no certificate can exhaust memory.
 *
 * <p>Sources: RFC 8446, RFC 5246, RFC 5280, RFC 9525, RFC 3207.
 */
package dev.smtpsh.tls;
