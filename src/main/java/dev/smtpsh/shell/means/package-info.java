/**
 * What the shell works with, whatever it does: how to connect, explain, show and ask; what it has learnt, and how it went.
 *
 * <p>May use: {@code connect}, {@code face}, {@code ask}, {@code assist}, and all rooms below. Never: talks to a server.
 */
package dev.smtpsh.shell.means;
