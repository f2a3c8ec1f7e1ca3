package dev.smtpsh.dns;

import java.net.InetAddress;
import java.util.List;

/** What asking for the addresses of a host brought. */
public sealed interface HostAnswer {
    /** At least one address, in the order in which to try them. */
    record Found(List<InetAddress> addresses) implements HostAnswer {
        public Found {
            addresses = List.copyOf(addresses);
        }
    }

    /** The name does not exist. */
    record NoSuchHost(String name) implements HostAnswer {}

    /** The name exists, but has no address at all. */
    record NoAddress(String name) implements HostAnswer {}

    /** The name exists, but has no address of the wanted family. */
    record WrongFamily(String name, boolean wantedIpv6) implements HostAnswer {}

    /**
     * It could not be found out.
     *
     * @param why more than the trouble says, half a sentence
     */
    record ResolverFailed(String name, Trouble trouble, String why) implements HostAnswer {}

    /** No name that could be asked for. */
    record NotAName(String name, String why) implements HostAnswer {}
}
