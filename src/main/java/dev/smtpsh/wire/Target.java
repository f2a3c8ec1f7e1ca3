package dev.smtpsh.wire;

import java.net.InetAddress;

/**
 * Where to connect: an address, not a name.
 *
 * @param name what the operator called it; for SNI, certificates and prompts
 */
public record Target(String name, InetAddress address, int port) {
    public Target {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a port is 1 to 65535: " + port);
        }
    }

    /** Address and port as RFC 3986 3.2.2 writes them: {@code [::1]:25}. */
    public String where() {
        String literal = address.getHostAddress();
        return (literal.indexOf(':') >= 0 ? "[" + literal + "]" : literal) + ":" + port;
    }
}
