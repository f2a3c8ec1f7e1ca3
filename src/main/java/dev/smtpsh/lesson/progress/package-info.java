/**
 * How far somebody has come: what is kept of each lesson, and its text form.
 *
 * <p>May use: {@code lesson}, {@code datafile}. Never: files; whoever keeps a {@code Logbook} does that.
 */
package dev.smtpsh.lesson.progress;
