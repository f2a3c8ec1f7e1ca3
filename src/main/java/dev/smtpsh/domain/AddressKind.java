package dev.smtpsh.domain;

import java.net.Inet4Address;
import java.net.InetAddress;

/** What an address is good for (the registries of RFC 6890). */
public enum AddressKind {
    PUBLIC("a public address"),
    LOOPBACK("a loopback address"),
    PRIVATE("a private address"),
    LINK_LOCAL("a link-local address"),
    SHARED("an address between a provider and its customers"),
    UNSPECIFIED("no address of a host"),
    MULTICAST("a multicast address"),
    RESERVED("a reserved address");

    private final String words;

    AddressKind(String words) {
        this.words = words;
    }

    /** With its article. */
    public String words() {
        return words;
    }

    public static AddressKind of(InetAddress address) {
        byte[] octets = address.getAddress();
        int first = octets[0] & 0xff;
        int second = octets[1] & 0xff;
        boolean v4 = address instanceof Inet4Address;
        if (address.isAnyLocalAddress() || v4 && first == 0) {
            return UNSPECIFIED;
        }
        if (address.isLoopbackAddress()) {
            return LOOPBACK;
        }
        if (address.isLinkLocalAddress()) {
            return LINK_LOCAL;
        }
        if (address.isMulticastAddress()) {
            return MULTICAST;
        }
        // fc00::/7: the JDK knows only the fec0::/10 of old.
        if (address.isSiteLocalAddress() || !v4 && (first & 0xfe) == 0xfc) {
            return PRIVATE;
        }
        if (v4 && first == 100 && (second & 0xc0) == 64) {
            return SHARED;
        }
        return v4 && first >= 240 ? RESERVED : PUBLIC;
    }
}
