/**
 * Lessons and practice servers as text: goal and tasks, questions, the end of a lesson, handouts, what a server logs.
 *
 * <p>May use: {@code lesson}, {@code practice}, {@code render}. Never: decides whether a task is done.
 */
package dev.smtpsh.render.teaching;
