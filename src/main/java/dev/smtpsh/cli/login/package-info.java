/**
 * Where user names and passwords come from on this machine: files, a command, the terminal behind a pipe.
 *
 * <p>May use: {@code shell.login shell.ask}, {@code cli.option}. Never: prints a secret, or puts one into an argument or a
 * variable. Promise: echo that was switched off is on again, however the program ends.
 */
package dev.smtpsh.cli.login;
