/**
 * The practice room: a real SMTP server on loopback that misbehaves on purpose, for lessons and for tests.
 *
 * <p>May use: {@code smtp}, {@code wire}, {@code tls}, {@code datafile} and its own rooms below. Never:
 * {@code session}; client and server share only words and wire, so that a bug in one cannot hide in the other. Promise:
 * it listens on 127.0.0.1 only, delivers nothing anywhere, and every client is bounded in memory and time.
 */
package dev.smtpsh.practice;
