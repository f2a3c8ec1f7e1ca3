package dev.smtpsh.tls.registry;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A way to sign a handshake (RFC 8446 4.2.3). The order is that in which we offer them. */
public enum Scheme {
    ECDSA_SECP256R1_SHA256(0x0403, true, false),
    ECDSA_SECP384R1_SHA384(0x0503, true, false),
    ECDSA_SECP521R1_SHA512(0x0603, true, false),
    ED25519(0x0807, true, false),
    ED448(0x0808, true, false),
    RSA_PSS_RSAE_SHA256(0x0804, true, false),
    RSA_PSS_RSAE_SHA384(0x0805, true, false),
    RSA_PSS_RSAE_SHA512(0x0806, true, false),
    RSA_PSS_PSS_SHA256(0x0809, true, false),
    RSA_PSS_PSS_SHA384(0x080A, true, false),
    RSA_PSS_PSS_SHA512(0x080B, true, false),
    RSA_PKCS1_SHA256(0x0401, false, false),
    RSA_PKCS1_SHA384(0x0501, false, false),
    RSA_PKCS1_SHA512(0x0601, false, false),
    ECDSA_SHA224(0x0303, false, true),
    RSA_PKCS1_SHA224(0x0301, false, true),
    ECDSA_SHA1(0x0203, false, true),
    RSA_PKCS1_SHA1(0x0201, false, true),
    DSA_SHA256(0x0402, false, true),
    DSA_SHA1(0x0202, false, true),
    RSA_PKCS1_MD5(0x0101, false, true);

    private final int number;
    private final boolean inTls13;
    private final boolean weak;

    Scheme(int number, boolean inTls13, boolean weak) {
        this.number = number;
        this.inTls13 = inTls13;
        this.weak = weak;
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }

    /** As registered, such as {@code rsa_pss_rsae_sha256}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether TLS 1.3 may sign a handshake with it. */
    public boolean inTls13() {
        return inTls13;
    }

    /** Whether its hash is too short or can be forged. */
    public boolean weak() {
        return weak;
    }

    /** The name of a scheme, or its number in hexadecimal. */
    public static String label(int number) {
        return Stream.of(values())
                .filter(one -> one.number == number)
                .map(Scheme::label)
                .findFirst()
                .orElseGet(() -> String.format("0x%04X", number));
    }

    /** By its name, in any case. */
    public static Optional<Scheme> named(String text) {
        return Stream.of(values())
                .filter(one -> one.name().equalsIgnoreCase(text))
                .findFirst();
    }
}
