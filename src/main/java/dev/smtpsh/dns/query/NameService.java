package dev.smtpsh.dns.query;

import dev.smtpsh.dns.Hosts;
import dev.smtpsh.dns.Resolver;
import dev.smtpsh.dns.SystemResolver;
import dev.smtpsh.wire.Deadline;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * All that looks up names in one run.
 *
 * @param hosts from the name of a host to its addresses
 * @param resolver asks name servers for records
 * @param patience for all the look-ups that one thing needs together (limit dns-patience)
 */
public record NameService(Hosts hosts, Resolver resolver, Duration patience) {
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Hosts by the system's resolver, with its hosts file; records by the name servers it is configured with. */
    public static NameService system(Duration patience) {
        Resolver resolver = new NetResolver(List.of(), QueryLimits.within(patience));
        return new NameService(new SystemResolver(patience), resolver, patience);
    }

    /** Everything by these servers and nobody else; no hosts file. */
    public static NameService asking(List<InetSocketAddress> servers, Duration patience) {
        Resolver resolver = new NetResolver(servers, QueryLimits.within(patience));
        return new NameService(new ResolverHosts(resolver, patience), resolver, patience);
    }

    public Deadline deadline() {
        return Deadline.in(patience);
    }
}
