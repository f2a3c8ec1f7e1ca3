package dev.smtpsh.cli.way;

import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.dns.AddressLiteral;
import dev.smtpsh.wire.way.ProxyHeader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** The value of {@code --proxy-protocol}. */
final class ProxyOption {
    private static final String RAW = "raw:";
    private static final String EXAMPLE = "Write v1, v2, v1,192.0.2.7:4711,192.0.2.25:25 or raw:'PROXY TCP4 x\\r\\n'.";

    private ProxyOption() {}

    static ProxyHeader read(String text) throws Usage {
        if (text.startsWith(RAW)) {
            return new ProxyHeader.Raw(WayOptions.raw(Flag.PROXY_PROTOCOL, text.substring(RAW.length())));
        }
        String[] parts = text.split(",", -1);
        int version = parts[0].equals("v1") ? 1 : parts[0].equals("v2") ? 2 : 0;
        if (version == 0 || parts.length > 3) {
            throw new Usage("--proxy-protocol cannot read " + text, "There are v1, v2 and raw:", EXAMPLE);
        }
        if (parts.length == 2 && parts[1].equals(version == 1 ? "unknown" : "local")) {
            return new ProxyHeader.Told(version, true, Optional.empty(), Optional.empty());
        }
        Optional<InetSocketAddress> source = parts.length > 1 ? end(text, parts[1]) : Optional.empty();
        Optional<InetSocketAddress> destination = parts.length > 2 ? end(text, parts[2]) : Optional.empty();
        return new ProxyHeader.Told(version, false, source, destination);
    }

    // ADDR, ADDR:PORT, [IPv6]:PORT; what is left out is the connection's own, and a port is 0.
    private static Optional<InetSocketAddress> end(String whole, String text) throws Usage {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int colon = text.lastIndexOf(':');
        Optional<InetAddress> alone = AddressLiteral.read(text);
        Optional<InetAddress> before =
                colon > 0 && alone.isEmpty() ? AddressLiteral.read(text.substring(0, colon)) : alone;
        String port = alone.isPresent() ? "0" : text.substring(colon + 1);
        if (before.isEmpty() || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535) {
            throw new Usage("--proxy-protocol cannot read " + whole, text + " is no ADDRESS:PORT", EXAMPLE);
        }
        return Optional.of(new InetSocketAddress(before.get(), Integer.parseInt(port)));
    }
}
