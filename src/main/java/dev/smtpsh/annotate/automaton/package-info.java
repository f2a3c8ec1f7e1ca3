/**
 * Whether a regular expression occurs in a folded text, told at the speed of reading octets.
 *
 * <p>May use: nothing. Never: guess; an expression that is not wholly understood is left to RE2/J. Promise: time is linear in
 * the text and memory bounded, whatever the text says.
 */
package dev.smtpsh.annotate.automaton;
