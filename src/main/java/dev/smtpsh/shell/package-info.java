/**
 * The operator's language without a terminal: words, dispatch, prompt. The same shell serves keyboard and pipe.
 *
 * <p>May use: all rooms below. Never: keys, colours, standard streams. Promise: a line that begins with an SMTP verb goes
 * out byte for byte; our own words never do.
 */
package dev.smtpsh.shell;
