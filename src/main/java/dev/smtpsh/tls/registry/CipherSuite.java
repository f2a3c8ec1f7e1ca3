package dev.smtpsh.tls.registry;

/**
 * A cipher suite.
 *
 * @param number as on the wire
 * @param name as registered, such as {@code TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256}
 * @param openssl what OpenSSL calls it, such as {@code ECDHE-RSA-AES128-GCM-SHA256}; empty where it has no name for it
 */
public record CipherSuite(int number, String name, String openssl) {
    // Suites of TLS 1.3 begin with 0x13 (RFC 8446 B.4); 0xC0B4 and 0xC0B5 hash and encrypt nothing, 0xC100 to 0xC106
    // are GOST.
    private static final int FIRST_OF_1_3 = 0x1301;
    private static final int LAST_OF_1_3 = 0x13FF;

    /** Whether it belongs to TLS 1.3, where a suite names neither key exchange nor signature. */
    public boolean ofTls13() {
        return number >= FIRST_OF_1_3 && number <= LAST_OF_1_3;
    }

    /** Whether its key exchange is ephemeral, so that a stolen key does not open yesterday's mail. */
    public boolean forwardSecret() {
        return ofTls13() || name.contains("DHE_") || name.contains("_anon_");
    }

    /** Whether the server proves itself with a certificate. */
    public boolean certified() {
        return ofTls13() || !(name.contains("_anon_") || name.contains("PSK") || name.contains("SRP_SHA_WITH"));
    }

    /** Whether it must not be used any more: no encryption, no proof, or a cipher that is broken (RFC 9325 4.1). */
    public boolean broken() {
        return name.contains("_NULL_")
                || name.contains("_anon_")
                || name.contains("EXPORT")
                || name.contains("_RC4_")
                || name.contains("_RC2_")
                || name.contains("_DES_")
                || name.endsWith("_MD5");
    }

    /** Whether it is out of date though not broken: triple DES, or no forward secrecy (RFC 9325 4.1). */
    public boolean dated() {
        return !broken() && (name.contains("3DES") || name.contains("IDEA") || !forwardSecret());
    }
}
