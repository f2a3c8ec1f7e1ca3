package dev.smtpsh.tls.client;

import dev.smtpsh.tls.registry.Group;
import java.util.List;
import java.util.stream.Stream;

/**
 * What to offer by number, best first. An empty list stands for all that we can speak.
 *
 * @param suites cipher suites
 * @param groups groups for the exchange of keys; a key for the first one is sent at once
 * @param schemes signature schemes
 * @param protocols names of protocols for ALPN (RFC 7301); none sends no such extension
 */
public record Offer(List<Integer> suites, List<Integer> groups, List<Integer> schemes, List<String> protocols) {
    public static final Offer ALL = new Offer(List.of(), List.of(), List.of(), List.of());

    // Those against quantum computers are named first and get no key at once: a server that can asks for one.
    static final List<Integer> GROUPS = Stream.of(
                    Group.X25519MLKEM768,
                    Group.X25519,
                    Group.SECP256R1,
                    Group.SECP384R1,
                    Group.SECP521R1,
                    Group.X448,
                    Group.FFDHE2048,
                    Group.FFDHE3072,
                    Group.FFDHE4096)
            .map(Group::number)
            .toList();

    public Offer {
        suites = List.copyOf(suites);
        groups = List.copyOf(groups);
        schemes = List.copyOf(schemes);
        protocols = List.copyOf(protocols);
    }

    /** The same with these suites. */
    public Offer withSuites(List<Integer> others) {
        return new Offer(others, groups, schemes, protocols);
    }

    /** The same with these schemes. */
    public Offer withSchemes(List<Integer> others) {
        return new Offer(suites, groups, others, protocols);
    }
}
