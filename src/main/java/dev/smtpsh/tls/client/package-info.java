/**
 * The client's side of TLS as a {@link dev.smtpsh.wire.Layer}.
 *
 * <p>May use: {@code wire}, {@code tls}, {@code tls.certificate}, Bouncy Castle's low-level TLS without a registered
 * provider. Never: sockets, or the trust store before somebody asks for a report. Promise: a handshake succeeds whatever
 * the certificate says, and whatever a server sends ends in an exception of I/O and a report.
 *
 * <p>Sources: RFC 8446, RFC 5246, RFC 6066, RFC 8996, RFC 9325.
 */
package dev.smtpsh.tls.client;
