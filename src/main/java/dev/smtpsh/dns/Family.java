package dev.smtpsh.dns;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Which addresses to use. */
public enum Family {
    ANY,
    IPV4,
    IPV6;

    public boolean has(InetAddress address) {
        return this == ANY || address instanceof Inet6Address == (this == IPV6);
    }
}
