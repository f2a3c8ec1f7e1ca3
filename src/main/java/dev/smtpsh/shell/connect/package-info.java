/**
 * From what an operator calls a target to a conversation: reads the target, asks for addresses, dials, or starts a
 * practice server.
 *
 * <p>May use: {@code dns wire session practice}. Never: shows anything. Promise: every way to fail is in the result.
 */
package dev.smtpsh.shell.connect;
