/**
 * Replies as other programs pass them on: the lines joined to one, words of the program's own before and behind.
 *
 * <p>May use: {@code smtp}. Never: a regular expression; a log has many lines. Promise: what begins with a reply code is
 * that reply.
 */
package dev.smtpsh.annotate.quoted;
