/**
 * Whether an exchange is what a script expects: expectations and predicates, judged without doing anything.
 *
 * <p>May use: {@code smtp session tls annotate script.syntax}. Never: the network, variables of its own. Promise: a text of a
 * server is looked into in linear time.
 */
package dev.smtpsh.script.judge;
