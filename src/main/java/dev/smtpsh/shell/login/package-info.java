/**
 * Logging in at the shell: which mechanism, whose password, and whether it may go out.
 *
 * <p>May use: {@code sasl session smtp}, {@code shell.ask}, {@code shell.face}. Never: changes a line that is sent as
 * typed; where a question might help, it is put before. Promise: a secret is asked without echo, wiped after use, and
 * neither shown nor kept.
 */
package dev.smtpsh.shell.login;
