/**
 * Questions on their way to name servers and back, over dnsjava.
 *
 * <p>May use: {@code smtp.Octets}, {@code wire.Deadline}, dnsjava. Never: follows what an answer did not ask for. Promise:
 * memory, queries and time are bounded whatever a server sends, and dnsjava is loaded with the first question only.
 */
package dev.smtpsh.dns.query;
