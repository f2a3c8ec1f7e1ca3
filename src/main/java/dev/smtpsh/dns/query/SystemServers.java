package dev.smtpsh.dns.query;

import java.net.InetSocketAddress;
import java.util.List;
import org.xbill.DNS.ResolverConfig;

/** The name servers that this system is configured with: resolv.conf, or what Windows or Android know. */
final class SystemServers {
    // As many as resolv.conf(5) may name; dnsjava would take more.
    private static final int MOST = 3;

    private SystemServers() {}

    static List<InetSocketAddress> list() {
        return ResolverConfig.getCurrentConfig().servers().stream().limit(MOST).toList();
    }
}
