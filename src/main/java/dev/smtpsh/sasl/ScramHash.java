package dev.smtpsh.sasl;

/** The hash functions of the SCRAM mechanisms (RFC 5802 4, RFC 7677 2). */
enum ScramHash {
    SHA_1("SHA-1", "HmacSHA1"),
    SHA_256("SHA-256", "HmacSHA256"),
    SHA_512("SHA-512", "HmacSHA512");

    private final String digest;
    private final String mac;

    ScramHash(String digest, String mac) {
        this.digest = digest;
        this.mac = mac;
    }

    String mechanism() {
        return "SCRAM-" + digest;
    }

    byte[] h(byte[] text) {
        return Keyed.digest(digest, text);
    }

    byte[] hmac(byte[] key, byte[] text) {
        return Keyed.hash(mac, key, text);
    }

    /** Hi(): the password, salted and hashed again and again (RFC 5802 2.2). */
    byte[] salted(byte[] password, byte[] salt, int iterations) {
        var keyed = Keyed.with(mac, password);
        keyed.update(salt);
        byte[] round = keyed.doFinal(new byte[] {0, 0, 0, 1});
        byte[] sum = round.clone();
        for (int i = 1; i < iterations; i++) {
            round = keyed.doFinal(round);
            for (int k = 0; k < sum.length; k++) {
                sum[k] ^= round[k];
            }
        }
        return sum;
    }
}
