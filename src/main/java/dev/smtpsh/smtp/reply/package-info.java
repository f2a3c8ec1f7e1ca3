/**
 * Replies: what a server said, as a value, however wrong it was (RFC 5321 4.2, RFC 3463, RFC 2034).
 *
 * <p>May use: {@code smtp}. Never: I/O. Promise: {@link dev.smtpsh.smtp.reply.ReplyParser} accepts any octets, names
 * each defect, and holds no more than its limits allow.
 */
package dev.smtpsh.smtp.reply;
