/**
 * A tool of the build, not of the operator: presses the rule and topic files into what smtpsh reads at run time.
 *
 * <p>May use: {@code annotate datafile}. Never: be called by smtpsh itself. Promise: a slip in such a file fails the
 * build with file, line and column.
 */
package dev.smtpsh.cli.press;
