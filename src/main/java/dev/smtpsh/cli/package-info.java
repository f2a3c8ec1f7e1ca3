/**
 * The command line: arguments in, exit code out.
 *
 * <p>May use: all rooms below; the door to Commons CLI, and to standard input and output. Never: anything a shell or a
 * test could not do without it. Promise: wrong usage is one clear message and exit code 2.
 */
package dev.smtpsh.cli;
