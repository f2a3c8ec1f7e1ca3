/**
 * The commands that look up names without a conversation, and the options that say whom to ask.
 *
 * <p>May use: {@code cli.option}, {@code cli.page} and all rooms below. Never: opens a conversation.
 */
package dev.smtpsh.cli.lookup;
