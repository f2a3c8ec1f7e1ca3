package dev.smtpsh.dns;

import java.net.InetAddress;
import java.util.List;

/** What asking for the addresses of a host brought. */
public sealed interface HostAnswer {
    /** At least one address, in the resolver's order. */
    record Found(List<InetAddress> addresses) implements HostAnswer {
        public Found {
            addresses = List.copyOf(addresses);
        }
    }

    /** The name does not exist, or has no address. */
    record NoSuchHost(String name) implements HostAnswer {}

    /** The name exists, but has no address of the wanted family. */
    record WrongFamily(String name, boolean wantedIpv6) implements HostAnswer {}

    /** The resolver did not answer. */
    record ResolverFailed(String name, String why) implements HostAnswer {}
}
