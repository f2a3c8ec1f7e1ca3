package dev.smtpsh.wire;

import java.net.InetAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.Optional;

/**
 * How to connect.
 *
 * @param patience how long a connect may take ({@code --connect-timeout})
 * @param source the local address to use
 * @param sourcePort the local port, or 0 for any
 * @param proxy a SOCKS or HTTP CONNECT proxy
 */
public record DialOptions(Duration patience, Optional<InetAddress> source, int sourcePort, Optional<Proxy> proxy) {
    public static final DialOptions DEFAULT =
            new DialOptions(Duration.ofSeconds(30), Optional.empty(), 0, Optional.empty());
}
