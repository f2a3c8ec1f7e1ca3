/**
 * Where files lie on this machine by the XDG base directories, and the settings file among them, read within bounds.
 *
 * <p>May use: {@code config.file}. Never: writes. Promise: nothing but a plain file of bounded size is read; who could have
 * changed it is told.
 */
package dev.smtpsh.config.place;
