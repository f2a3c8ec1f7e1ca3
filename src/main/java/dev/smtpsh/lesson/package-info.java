/**
 * Lessons: tasks that are judged by what happened at the practice server, hints, solutions, and how far somebody has come.
 *
 * <p>May use: {@code smtp practice datafile}. Never: a terminal, the shell, files. Promise: a run is a plain state machine:
 * deeds go in, ticks come out; what was typed is never looked at.
 */
package dev.smtpsh.lesson;
