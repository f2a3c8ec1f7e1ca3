/**
 * Scenarios: what a practice server is and how it misbehaves, read from data.
 *
 * <p>May use: {@code smtp}, {@code tls.server} for what a handshake can be told, {@code practice.fault}, {@code
 * practice.mail}, {@code datafile}. Never: the file system (shipped scenarios are
 * resources), or conversations. Promise: every mistake in a scenario is a complaint with line, column and mend.
 */
package dev.smtpsh.practice.scenario;
