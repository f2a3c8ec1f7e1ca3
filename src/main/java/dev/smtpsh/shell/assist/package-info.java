/**
 * Help while typing: what can come next, what is being typed, what is wrong with it. Pure functions of the typed text and
 * of what the conversation has shown.
 *
 * <p>May use: {@code smtp}. Never: keeps a line from being sent, or hides a word because it is out of order.
 */
package dev.smtpsh.shell.assist;
