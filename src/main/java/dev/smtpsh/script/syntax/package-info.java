/**
 * What stands in a script file, as values: lines, statements, expectations, predicates; and how they are written.
 *
 * <p>May use: {@code smtp}. Never: files, clocks, the network. Promise: what {@link dev.smtpsh.script.syntax.Printer} writes
 * reads to the same statements again, comments included.
 */
package dev.smtpsh.script.syntax;
