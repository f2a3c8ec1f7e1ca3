/**
 * Settings: which there are, in one table, what each of them is set to, and where that came from.
 *
 * <p>May use: {@code smtp.command.Spelling}. Never: prints, asks the network, or reads more than one small file. Promise: a
 * value that was let in is one its key allows; every value knows its origin.
 */
package dev.smtpsh.config;
