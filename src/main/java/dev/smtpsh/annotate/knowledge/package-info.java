/**
 * What smtpsh knows about replies, as data: rules, the reader of rule files, and the pressed form they are shipped in.
 *
 * <p>May use: {@code annotate annotate.words smtp datafile}. Never: the meaning of a reply in Java, or the file system (texts come in,
 * octets go out). Promise: a pressed book decodes only the rules it is asked for; finding words is linear in the text.
 */
package dev.smtpsh.annotate.knowledge;
