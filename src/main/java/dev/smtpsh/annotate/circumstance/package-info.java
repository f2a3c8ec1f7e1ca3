/**
 * What is true of a conversation while a reply comes: nothing encrypted, no dot in the EHLO name, a keyword not offered,
 * a recipient before MAIL. Rules ask for it by name, and people read it as a sentence.
 *
 * <p>May use: {@code smtp}. Never: meaning (that is for rules), I/O. Promise: a circumstance that is not known does not
 * hold.
 */
package dev.smtpsh.annotate.circumstance;
