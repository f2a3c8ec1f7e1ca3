/**
 * Logging in over a conversation: a mechanism's steps as AUTH and answers to 334 (RFC 4954 4).
 *
 * <p>May use: {@code smtp sasl session}. Never: tries again by itself. Promise: every exchange is told as it comes, without
 * the secret; however long a server asks, it ends.
 */
package dev.smtpsh.session.login;
