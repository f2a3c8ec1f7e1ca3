/**
 * Keys and screen: reads lines at a terminal and hands them to the shell.
 *
 * <p>May use: {@code config render shell}; the door to JLine. Never: decides what a line means. Promise: Ctrl-C stops a
 * wait and not the shell; what is typed as a secret is not echoed and not remembered.
 */
package dev.smtpsh.terminal;
