/**
 * A script with all that it refers to, read and checked before anything is sent: includes, tables, messages, variables.
 *
 * <p>May use: {@code smtp script.syntax script.reading script.result}. Never: the network. Promise: what is missing is found
 * here, with its place, and includes come to an end.
 */
package dev.smtpsh.script.program;
