/**
 * Transcripts that other tools made, and plain lists of replies, read line by line to replies with what the transcript shows
 * of the conversation around them.
 *
 * <p>May use: {@code smtp}, the circumstances and known servers of this room. Never: holds more than one reply, or claims what
 * a transcript does not show. Promise: every line comes out again, in order, whatever it is.
 */
package dev.smtpsh.annotate.transcript;
