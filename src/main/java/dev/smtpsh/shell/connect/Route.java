package dev.smtpsh.shell.connect;

import dev.smtpsh.dns.Family;
import dev.smtpsh.domain.MxHost;
import dev.smtpsh.domain.MxPlan;
import dev.smtpsh.wire.Target;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * The mail hosts of a domain as places to go to, in the order in which to try them.
 *
 * @param stops every host, those included that cannot be dialled
 */
public record Route(MxPlan plan, List<Stop> stops) {
    /** Hosts that are tried at most (limit mx-tries). */
    static final int MOST_TRIES = 10;

    /** Addresses of a host that are tried at most (limit mx-addresses). */
    static final int MOST_ADDRESSES = 8;

    public Route {
        stops = List.copyOf(stops);
    }

    /**
     * A host.
     *
     * @param targets its addresses; empty if it cannot be dialled
     * @param skipped why it cannot, half a sentence; empty text if it can
     */
    public record Stop(MxHost host, List<Target> targets, boolean tlsOnConnect, String skipped) {
        public Stop {
            targets = List.copyOf(targets);
        }

        public boolean dialable() {
            return !targets.isEmpty();
        }
    }

    static Route along(MxPlan plan, TargetSpec.Domain domain, Family family) {
        List<Stop> stops = new ArrayList<>();
        for (MxHost host : plan.hosts()) {
            List<Target> targets = host.addresses(family).stream()
                    .limit(MOST_ADDRESSES)
                    .map(address -> target(host, address, domain.port()))
                    .toList();
            stops.add(new Stop(host, targets, domain.tlsOnConnect(), targets.isEmpty() ? why(host, family) : ""));
        }
        return new Route(plan, stops);
    }

    private static Target target(MxHost host, InetAddress address, int port) {
        return new Target(host.name().text(), address, port);
    }

    private static String why(MxHost host, Family family) {
        if (host.usable()) {
            return "has no " + (family == Family.IPV6 ? "IPv6" : "IPv4") + " address";
        }
        // The last remark tells what came of looking for addresses.
        return host.remarks().isEmpty()
                ? "is a null MX"
                : host.remarks().get(host.remarks().size() - 1).words();
    }
}
