/**
 * Questions to the operator: the shell asks, whoever holds a terminal answers.
 *
 * <p>May use: nothing. Never: decides what an answer means. Promise: a secret is not echoed and not remembered; nobody is
 * asked where nobody can answer.
 */
package dev.smtpsh.shell.ask;
