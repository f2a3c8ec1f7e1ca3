/**
 * Where progress in lessons is kept: a file in the folder for state.
 *
 * <p>May use: {@code lesson}. Never: prints.
 */
package dev.smtpsh.cli.learn;
