package dev.smtpsh.tls.hello;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a server answered to a ClientHello.
 *
 * @param version chosen, as on the wire
 * @param suite chosen
 * @param group of the exchange of keys, where it was told
 * @param groupBits bits of a Diffie-Hellman prime that has no name
 * @param scheme that the exchange of keys was signed with, in TLS 1.2
 * @param compressed whether the server wants to compress
 * @param extensions that came with the ServerHello
 * @param certificates DER, the server's own first; TLS 1.3 encrypts them
 */
public record HelloAnswer(
        Kind kind,
        int version,
        OptionalInt suite,
        OptionalInt group,
        int groupBits,
        OptionalInt scheme,
        boolean compressed,
        List<Integer> extensions,
        List<byte[]> certificates,
        Optional<Integer> alert) {
    /** How it answered. */
    public enum Kind {
        HELLO,
        /** TLS 1.3 asks for a key of another group. */
        RETRY,
        ALERT,
        /** It closed, or said nothing in time. */
        NOTHING,
        /** Not TLS. */
        OTHER
    }

    /** Whether it agreed to something. */
    public boolean agreed() {
        return kind == Kind.HELLO || kind == Kind.RETRY;
    }
}
