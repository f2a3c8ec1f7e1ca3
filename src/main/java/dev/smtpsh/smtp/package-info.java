/**
 * The words of SMTP: octets, replies, commands, extensions and the order of things.
 *
 * <p>May use: nothing. Never: sockets, files, clocks, threads, printing. Promise: every value can represent what a
 * broken or hostile peer sends; nothing here throws on input that came from a peer.
 *
 * <p>Sources: RFC 5321 (SMTP), RFC 3463 and RFC 2034 (enhanced status codes).
 */
package dev.smtpsh.smtp;
