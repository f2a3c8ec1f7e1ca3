/**
 * The settings file: text in, settings and slips out, and settings written as text again.
 *
 * <p>May use: {@code config}. Never: touches a file. Promise: a slip names its line and column; what was read well is kept
 * whatever is wrong elsewhere; what is printed reads back to the same.
 */
package dev.smtpsh.config.file;
