/**
 * Takes codes and conversations apart for people who learn them.
 *
 * <p>May use: {@code render smtp}. Never: judges. Promise: any code there can be has an anatomy.
 *
 * <p>Sources: RFC 5321 4.2.1 and 4.2.3, RFC 3463 and the registry of enhanced status codes it began (RFC 5248).
 */
package dev.smtpsh.render.anatomy;
