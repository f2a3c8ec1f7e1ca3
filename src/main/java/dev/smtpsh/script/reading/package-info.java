/**
 * Reads script files: octets in, a script or every mistake at once out.
 *
 * <p>May use: {@code smtp annotate.matching script.syntax}. Never: files, the network. Promise: any octets end in a script or
 * in problems with their place, in time and memory in proportion to the file, which is bounded.
 */
package dev.smtpsh.script.reading;
