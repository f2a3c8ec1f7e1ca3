/**
 * Ask for names; answers are data.
 *
 * <p>May use: nothing. Never: throws on what a resolver answers. For now the system's resolver (hosts file and DNS);
 * dnsjava comes with MX look-ups.
 */
package dev.smtpsh.dns;
