/**
 * The first flight of TLS by hand: a ClientHello of any shape, and what a server answers to it before anything is
 * encrypted. Enough to find out what a server takes, without a handshake.
 *
 * <p>May use: {@code smtp.Octets}, {@code tls.registry}. Never: sockets, keys or clocks. Promise: any octets whatever give
 * an answer, in bounded memory.
 *
 * <p>Sources: RFC 8446, RFC 5246, RFC 6101, RFC 8422.
 */
package dev.smtpsh.tls.hello;
