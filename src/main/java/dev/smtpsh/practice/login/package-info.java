/**
 * Logging in, from the server's side: one mechanism a class.
 *
 * <p>May use: {@code smtp}. Never: I/O, or {@code sasl}, whose clients these must be able to prove wrong. Promise: a
 * response that cannot be read is a value.
 *
 * <p>Sources: RFC 4954 (AUTH), RFC 4616 (PLAIN), RFC 2195 (CRAM-MD5), RFC 5802 and RFC 7677 (SCRAM).
 */
package dev.smtpsh.practice.login;
