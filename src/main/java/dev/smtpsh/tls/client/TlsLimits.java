package dev.smtpsh.tls.client;

/**
 * How much of a handshake is taken from a server.
 *
 * @param certificates how many certificates a chain may have ({@code tls-certificates}); an honest one has five at most
 * @param handshakeMessage octets of one handshake message ({@code tls-handshake-message}); TLS itself allows 16 MiB, the
 *     longest honest chains take some 30 KiB
 * @param keyBits bits of an RSA key or Diffie-Hellman group that we compute with ({@code tls-key-bits}); the time it
 *     takes grows with the cube
 * @param firstOctets octets kept of what the server sent first ({@code tls-first-octets}), to name what is not TLS
 */
record TlsLimits(int certificates, int handshakeMessage, int keyBits, int firstOctets) {
    static final TlsLimits DEFAULT = new TlsLimits(100, 1024 * 1024, 8192, 512);
}
