/**
 * Lessons out of files: read with complaints that have a place and a mend, and the ones that come with smtpsh.
 *
 * <p>May use: {@code lesson}, {@code practice.scenario}, {@code datafile}. Never: the file system; shipped lessons are
 * resources.
 */
package dev.smtpsh.lesson.book;
