/**
 * Mail on its way in: the paths of its envelope, and its content as lines with a final dot or as counted chunks.
 *
 * <p>May use: {@code smtp}. Never: replies, scenarios, sockets; whoever leads the conversation decides what to say. Promise:
 * what is kept of a message has a bound, and what is over it is counted and thrown away.
 */
package dev.smtpsh.practice.mail;
