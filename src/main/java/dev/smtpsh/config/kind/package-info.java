/**
 * What a setting may hold: words, numbers, spans of time, texts.
 *
 * <p>May use: {@code smtp.command.Spelling}. Never: touches a file. Promise: what is refused is refused with the reason and a
 * way to mend it.
 */
package dev.smtpsh.config.kind;
