/**
 * What is wrong with a chain of certificates: dates, name, issuer, order, strength.
 *
 * <p>May use: {@code tls}, the JDK's certificate classes, and Bouncy Castle for one name field. Never: sockets, or a
 * judgement of whether to go on. Promise: any octets whatever give facts and remarks, in bounded time.
 *
 * <p>Sources: RFC 5280, RFC 9525, RFC 9325 4.5.
 */
package dev.smtpsh.tls.certificate;
