/**
 * {@code smtpsh run} and {@code smtpsh format}: files found, variables gathered, runs shown and reported.
 *
 * <p>May use: all rooms below {@code cli}. Never: judges. Promise: nothing is sent while anything is wrong with a file.
 */
package dev.smtpsh.cli.script;
