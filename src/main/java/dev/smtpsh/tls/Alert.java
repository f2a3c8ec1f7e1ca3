package dev.smtpsh.tls;

/**
 * A TLS alert (RFC 8446 6).
 *
 * @param name such as {@code handshake_failure}
 * @param ours whether we raised it
 * @param words what it means here
 */
public record Alert(int number, String name, boolean ours, String words) {}
