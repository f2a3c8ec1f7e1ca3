/**
 * What we show of ourselves in TLS: a client certificate and the proof that its key is ours.
 *
 * <p>May use: Bouncy Castle. Never: shows it unasked, or reads files.
 */
package dev.smtpsh.tls.identity;
