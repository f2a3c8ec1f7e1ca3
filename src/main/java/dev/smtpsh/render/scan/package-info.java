/**
 * What a scan of a server's TLS found, for readers.
 *
 * <p>May use: {@code render render.text scan tls}. Never: a judgement of its own. Promise: nothing hostile is left in what
 * it draws.
 */
package dev.smtpsh.render.scan;
