/**
 * What happened, and what proves a task: deeds, the witness who makes them out of a server's events, and the kinds of proof.
 *
 * <p>May use: {@code smtp}, {@code practice}. Never: looks at what was typed.
 */
package dev.smtpsh.lesson.proof;
