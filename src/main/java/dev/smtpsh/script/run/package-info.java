/**
 * Runs a program: talks, judges, repeats, and keeps what came of it as values.
 *
 * <p>May use: {@code smtp sasl message session tls annotate}, the rest of {@code script}. Never: prints, asks, or reads the
 * clock but by {@link dev.smtpsh.script.run.Pace}. Promise: each run ends, at the latest by its patience; a secret leaves for
 * the wire alone.
 */
package dev.smtpsh.script.run;
