/**
 * Ways to the other end beside TCP, and what is sent before SMTP begins.
 *
 * <p>May use: {@code wire}, {@code smtp.Octets}; no library. Never: SMTP. Promise: whatever the way, what comes of it is a
 * {@link dev.smtpsh.wire.Link} that behaves like one over TCP.
 */
package dev.smtpsh.wire.way;
