/**
 * What was looked up, for people and for programs that read lines.
 *
 * <p>May use: {@code render.text}'s sheet. Never: decides what a record means; that is in the results.
 */
package dev.smtpsh.render.lookup;
