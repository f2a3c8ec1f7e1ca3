/**
 * The server's side of TLS, and certificates good and bad, for the practice server.
 *
 * <p>May use: {@code wire}, {@code tls}, Bouncy Castle's low-level TLS and certificate builder without a registered
 * provider. Never: sockets, or a key that is written anywhere. Promise: what is wrong with a certificate is exactly what
 * was asked for.
 *
 * <p>Sources: RFC 8446, RFC 5246, RFC 5280.
 */
package dev.smtpsh.tls.server;
