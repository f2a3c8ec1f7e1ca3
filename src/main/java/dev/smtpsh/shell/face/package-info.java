/**
 * How the shell's results reach a reader or a program: text or JSON.
 *
 * <p>May use: {@code render} and the results it draws. Never: decides what happens next.
 */
package dev.smtpsh.shell.face;
