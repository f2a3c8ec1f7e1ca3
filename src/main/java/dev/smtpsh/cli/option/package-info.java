/**
 * Options: one table, read by Commons CLI.
 *
 * <p>May use: {@code smtp.command} for spelling. Never: prints. Promise: wrong usage names what, and how to mend it.
 */
package dev.smtpsh.cli.option;
