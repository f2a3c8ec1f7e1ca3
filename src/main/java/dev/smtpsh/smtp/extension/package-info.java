/**
 * Extensions: what the keywords of an EHLO reply stand for (RFC 5321 4.1.1.1 and the registry of SMTP service
 * extensions).
 *
 * <p>May use: {@code smtp.reply}. Never: I/O. Promise: any EHLO reply can be read, unknown keywords are kept.
 */
package dev.smtpsh.smtp.extension;
