/**
 * Reading of files that people write: keys and values with their places, faults by name.
 *
 * <p>May use: {@code smtp}, {@code practice.fault}, {@code datafile}. Never: what a scenario is made of. Promise: what is
 * wrong becomes a complaint with line, column and mend, and reads as absent.
 */
package dev.smtpsh.practice.scenario.reading;
