/**
 * Numbers of TLS and what they are called: cipher suites, groups, signature schemes, extensions.
 *
 * <p>May use: nothing but a file of names. Never: a judgement of whether one is good. Promise: a number without a name is
 * shown in hexadecimal.
 *
 * <p>Sources: the IANA registries of TLS parameters, as Bouncy Castle names them, and OpenSSL's names of cipher suites.
 */
package dev.smtpsh.tls.registry;
