/**
 * Misbehaviour: what can be done to a reply on its way out, one record a fault, and what comes of it as acts.
 *
 * <p>May use: {@code smtp}. Never: sockets, clocks, threads; an act is a value that a connection carries out. Promise:
 * no fault needs more memory than the reply it spoils.
 */
package dev.smtpsh.practice.fault;
