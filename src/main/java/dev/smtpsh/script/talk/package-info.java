/**
 * The conversations of a run: what is said in them, what came back, and what it takes to say it again.
 *
 * <p>May use: {@code smtp sasl session tls annotate}, {@code script.judge script.syntax}. Never: judges, waits on its own, or
 * resolves names. Promise: whatever a server does is an outcome.
 */
package dev.smtpsh.script.talk;
