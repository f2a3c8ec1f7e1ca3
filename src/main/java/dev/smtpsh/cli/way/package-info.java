/**
 * The way to a server as the command line names it: source, proxy, detours, what is sent before the greeting.
 *
 * <p>May use: all rooms below. Never: connects. Promise: what cannot be understood is one clear error.
 */
package dev.smtpsh.cli.way;
