/**
 * Ask for names; answers are data.
 *
 * <p>May use: {@code smtp.Octets}, {@code wire.Deadline}. Never: throws on what a name server answers; judges what an
 * answer means for mail. Promise: that there is nothing and that it could not be found out are different answers, and
 * nothing here loads dnsjava, which {@code query} does when the first question is asked.
 */
package dev.smtpsh.dns;
