/**
 * How to hold a conversation: patience, limits, TLS.
 *
 * <p>May use: {@code smtp}, {@code tls}. Never: knows a conversation.
 */
package dev.smtpsh.session.setting;
