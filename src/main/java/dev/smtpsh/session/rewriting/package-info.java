/**
 * A conversation as it may be told: the same exchanges and failures with their texts changed.
 *
 * <p>May use: {@code session smtp}. Never: decides what is secret. Promise: no text that was said escapes the change.
 */
package dev.smtpsh.session.rewriting;
