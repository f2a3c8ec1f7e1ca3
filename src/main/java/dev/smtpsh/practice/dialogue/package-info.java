/**
 * The server's side of a conversation, without any I/O: a line comes in, acts come out.
 *
 * <p>May use: {@code smtp}, {@code practice.fault}, {@code practice.login}, {@code practice.scenario}. Never: sockets, threads, files, or a
 * clock of its own. Promise: what a client sends is bounded in memory, and where a scenario says nothing else the
 * server keeps to the book.
 *
 * <p>Sources: RFC 5321 (SMTP), RFC 3207 (STARTTLS), RFC 4954 (AUTH), RFC 1870 (SIZE), RFC 3461 (DSN), RFC 6152
 * (8BITMIME), RFC 6531 (SMTPUTF8), RFC 2034 (enhanced status codes).
 */
package dev.smtpsh.practice.dialogue;
