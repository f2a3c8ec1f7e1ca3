/**
 * Messages: the octets of a mail before and after they are made fit for the wire (RFC 5321 4.5.2, RFC 5322).
 *
 * <p>May use: {@code smtp}. Never: files, sockets. Promise: the content is streamed, never held whole, and comes out on
 * the other side as it went in.
 */
package dev.smtpsh.message;
