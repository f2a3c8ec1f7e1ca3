package dev.smtpsh.session;

import dev.smtpsh.smtp.reply.ReplyLimits;
import dev.smtpsh.tls.TlsChoice;

/**
 * How to hold a conversation.
 *
 * @param tlsOnConnect whether TLS begins before the greeting (RFC 8314 3.3)
 */
public record SessionSettings(Patience patience, ReplyLimits limits, TlsChoice tls, boolean tlsOnConnect) {}
