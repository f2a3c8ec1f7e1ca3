/**
 * Transcripts that other tools made, and plain lists of replies, read line by line to replies with what is known of the
 * moment they came in.
 *
 * <p>May use: {@code smtp}. Never: holds more than one reply. Promise: every line comes out again, in order, whatever it is.
 */
package dev.smtpsh.annotate.transcript;
