package dev.smtpsh.dns;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** The operating system's way from a name to addresses. */
public final class SystemResolver {
    /** The addresses of a host name or address literal. */
    public HostAnswer addresses(String host, Family family) {
        InetAddress[] found;
        try {
            found = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            String why = String.valueOf(e.getMessage());
            // glibc's words for EAI_AGAIN; anything else means the name, not the resolver.
            return why.contains("Temporary failure")
                    ? new HostAnswer.ResolverFailed(host, "temporary failure in name resolution")
                    : new HostAnswer.NoSuchHost(host);
        }
        List<InetAddress> wanted = List.of(found).stream()
                .filter(address -> matches(address, family))
                .toList();
        return wanted.isEmpty()
                ? new HostAnswer.WrongFamily(host, family == Family.IPV6)
                : new HostAnswer.Found(wanted);
    }

    private static boolean matches(InetAddress address, Family family) {
        boolean v6 = address instanceof Inet6Address;
        return family == Family.ANY || v6 == (family == Family.IPV6);
    }
}
