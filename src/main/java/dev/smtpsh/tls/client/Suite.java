package dev.smtpsh.tls.client;

import dev.smtpsh.tls.registry.CipherSuites;
import java.util.Optional;

/** The cipher suites we offer, best first, by their registered names. */
enum Suite {
    TLS_AES_256_GCM_SHA384(0x1302),
    TLS_CHACHA20_POLY1305_SHA256(0x1303),
    TLS_AES_128_GCM_SHA256(0x1301),
    TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384(0xC02C),
    TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384(0xC030),
    TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256(0xCCA9),
    TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256(0xCCA8),
    TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256(0xC02B),
    TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256(0xC02F),
    TLS_DHE_RSA_WITH_AES_256_GCM_SHA384(0x009F),
    TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256(0xCCAA),
    TLS_DHE_RSA_WITH_AES_128_GCM_SHA256(0x009E),
    TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384(0xC024),
    TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384(0xC028),
    TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256(0xC023),
    TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256(0xC027),
    TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA(0xC00A),
    TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA(0xC014),
    TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA(0xC009),
    TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA(0xC013),
    TLS_DHE_RSA_WITH_AES_256_CBC_SHA256(0x006B),
    TLS_DHE_RSA_WITH_AES_128_CBC_SHA256(0x0067),
    TLS_DHE_RSA_WITH_AES_256_CBC_SHA(0x0039),
    TLS_DHE_RSA_WITH_AES_128_CBC_SHA(0x0033),
    TLS_RSA_WITH_AES_256_GCM_SHA384(0x009D),
    TLS_RSA_WITH_AES_128_GCM_SHA256(0x009C),
    TLS_RSA_WITH_AES_256_CBC_SHA256(0x003D),
    TLS_RSA_WITH_AES_128_CBC_SHA256(0x003C),
    TLS_RSA_WITH_AES_256_CBC_SHA(0x0035),
    TLS_RSA_WITH_AES_128_CBC_SHA(0x002F),
    TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA(0xC008),
    TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA(0xC012),
    TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA(0x0016),
    TLS_RSA_WITH_3DES_EDE_CBC_SHA(0x000A);

    private final int number;

    Suite(int number) {
        this.number = number;
    }

    static int[] offered() {
        Suite[] all = values();
        int[] numbers = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            numbers[i] = all[i].number;
        }
        return numbers;
    }

    /** The name of a suite, also of one we do not offer by ourselves. */
    static String name(int number) {
        for (Suite suite : values()) {
            if (suite.number == number) {
                return suite.name();
            }
        }
        return CipherSuites.shipped().numbered(number).name();
    }

    /** What is weak about a suite of that name; empty if nothing is (RFC 9325 4.1 and 4.2). */
    static Optional<String> weakness(String name) {
        if (name.contains("_3DES_")) {
            return Optional.of(name + " uses triple DES, which is too weak for what is sent over one connection");
        }
        if (name.startsWith("TLS_RSA_")) {
            return Optional.of(name + " has no forward secrecy: who gets the key later can read today's mail");
        }
        return Optional.empty();
    }
}
