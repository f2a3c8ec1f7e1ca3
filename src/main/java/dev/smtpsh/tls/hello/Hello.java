package dev.smtpsh.tls.hello;

import java.util.List;
import java.util.Optional;

/**
 * What a ClientHello is to say.
 *
 * @param version as on the wire, 0x0300 for SSL 3.0 to 0x0304 for TLS 1.3; that one and no other
 * @param suites cipher suites, best first
 * @param groups groups for the exchange of keys; none sends no such extension
 * @param schemes signature schemes; none sends no such extension
 * @param serverName sent as SNI
 * @param keys whether to send keys for x25519 and secp256r1 along; without any a server of TLS 1.3 asks for one, and says
 *     thereby which group it would take
 */
public record Hello(
        int version,
        List<Integer> suites,
        List<Integer> groups,
        List<Integer> schemes,
        Optional<String> serverName,
        boolean keys) {
    public static final int SSL_3_0 = 0x0300;
    public static final int TLS_1_2 = 0x0303;
    public static final int TLS_1_3 = 0x0304;

    public Hello {
        suites = List.copyOf(suites);
        groups = List.copyOf(groups);
        schemes = List.copyOf(schemes);
    }

    public Hello withSuites(List<Integer> others) {
        return new Hello(version, others, groups, schemes, serverName, keys);
    }

    public Hello withGroups(List<Integer> others) {
        return new Hello(version, suites, others, schemes, serverName, keys);
    }

    public Hello withSchemes(List<Integer> others) {
        return new Hello(version, suites, groups, others, serverName, keys);
    }

    public Hello withoutServerName() {
        return new Hello(version, suites, groups, schemes, Optional.empty(), keys);
    }

    public Hello withKeys() {
        return new Hello(version, suites, groups, schemes, serverName, true);
    }
}
