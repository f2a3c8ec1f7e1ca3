package dev.smtpsh.tls;

/** A version of TLS. Those before 1.2 are to be seen, not to be used (RFC 8996). */
public enum TlsVersion {
    TLS_1_0(0x0301, "TLSv1.0"),
    TLS_1_1(0x0302, "TLSv1.1"),
    TLS_1_2(0x0303, "TLSv1.2"),
    TLS_1_3(0x0304, "TLSv1.3");

    private final int number;
    private final String words;

    TlsVersion(int number, String words) {
        this.number = number;
        this.words = words;
    }

    /** The number that stands for it on the wire. */
    public int number() {
        return number;
    }

    /** Such as {@code TLSv1.3}. */
    public String words() {
        return words;
    }

    /** Whether RFC 8996 forbids it. */
    public boolean outdated() {
        return this == TLS_1_0 || this == TLS_1_1;
    }
}
