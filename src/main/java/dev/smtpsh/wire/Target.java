package dev.smtpsh.wire;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where to connect: an address, not a name.
 *
 * @param name what the operator called it; for SNI, certificates and prompts
 */
public record Target(String name, Place place) {
    /** What there is at the other end. */
    public sealed interface Place {
        /** As it is written: {@code 192.0.2.1:25}, {@code unix:/run/lmtp}, {@code pipe:sendmail -bs}. */
        String text();
    }

    /** A host of the Internet, or of a network like it. */
    public record Internet(InetAddress address, int port) implements Place {
        public Internet {
            if (port < 1 || port > 65535) {
                throw new IllegalArgumentException("a port is 1 to 65535: " + port);
            }
        }

        // As RFC 3986 3.2.2 writes them.
        @Override
        public String text() {
            String literal = address.getHostAddress();
            return (literal.indexOf(':') >= 0 ? "[" + literal + "]" : literal) + ":" + port;
        }
    }

    /** A UNIX domain socket of this machine. */
    public record Local(Path path) implements Place {
        @Override
        public String text() {
            return "unix:" + path;
        }
    }

    /** A program that is started and spoken to through its standard streams, by a line for the shell. */
    public record Child(String command) implements Place {
        @Override
        public String text() {
            return "pipe:" + command;
        }
    }

    public Target(String name, InetAddress address, int port) {
        this(name, new Internet(address, port));
    }

    /** The address; empty if it is no host. */
    public Optional<InetAddress> address() {
        return place instanceof Internet host ? Optional.of(host.address()) : Optional.empty();
    }

    /** The port; 0 if it is no host. */
    public int port() {
        return place instanceof Internet host ? host.port() : 0;
    }

    /** What the other end is to prove that it is, in TLS; what is of this machine and has no name is localhost. */
    public String serverName() {
        boolean named = place instanceof Internet || name.indexOf(':') < 0;
        return named ? name : "localhost";
    }

    /** The place as it is written, such as {@code [::1]:25}. */
    public String where() {
        return place.text();
    }
}
