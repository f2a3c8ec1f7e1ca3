package dev.smtpsh.tls.registry;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A group for the exchange of keys (RFC 8446 4.2.7). The order is that in which we offer them. */
public enum Group {
    X25519MLKEM768(0x11EC, "X25519MLKEM768", "", true, false),
    SECP256R1MLKEM768(0x11EB, "SecP256r1MLKEM768", "", true, false),
    SECP384R1MLKEM1024(0x11ED, "SecP384r1MLKEM1024", "", true, false),
    X25519(0x1D, "x25519", "", true, true),
    SECP256R1(0x17, "secp256r1", "P-256", true, true),
    SECP384R1(0x18, "secp384r1", "P-384", true, true),
    SECP521R1(0x19, "secp521r1", "P-521", true, true),
    X448(0x1E, "x448", "", true, true),
    FFDHE2048(0x100, "ffdhe2048", "", true, true),
    FFDHE3072(0x101, "ffdhe3072", "", true, true),
    FFDHE4096(0x102, "ffdhe4096", "", true, true),
    FFDHE6144(0x103, "ffdhe6144", "", true, true),
    FFDHE8192(0x104, "ffdhe8192", "", true, true),
    MLKEM512(0x200, "MLKEM512", "", true, false),
    MLKEM768(0x201, "MLKEM768", "", true, false),
    MLKEM1024(0x202, "MLKEM1024", "", true, false),
    BRAINPOOLP256R1TLS13(0x1F, "brainpoolP256r1tls13", "", true, false),
    BRAINPOOLP384R1TLS13(0x20, "brainpoolP384r1tls13", "", true, false),
    BRAINPOOLP512R1TLS13(0x21, "brainpoolP512r1tls13", "", true, false),
    BRAINPOOLP256R1(0x1A, "brainpoolP256r1", "", false, true),
    BRAINPOOLP384R1(0x1B, "brainpoolP384r1", "", false, true),
    BRAINPOOLP512R1(0x1C, "brainpoolP512r1", "", false, true),
    SECP256K1(0x16, "secp256k1", "", false, true),
    SECP224R1(0x15, "secp224r1", "P-224", false, true),
    SECP192R1(0x13, "secp192r1", "P-192", false, true),
    SECT233R1(0x07, "sect233r1", "B-233", false, true),
    SECT283R1(0x0A, "sect283r1", "B-283", false, true),
    SECT409R1(0x0C, "sect409r1", "B-409", false, true),
    SECT571R1(0x0E, "sect571r1", "B-571", false, true);

    private final int number;
    private final String label;
    private final String otherName;
    private final boolean inTls13;
    private final boolean before;

    Group(int number, String label, String otherName, boolean inTls13, boolean before) {
        this.number = number;
        this.label = label;
        this.otherName = otherName;
        this.inTls13 = inTls13;
        this.before = before;
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }

    /** As registered, such as {@code secp256r1}. */
    public String label() {
        return label;
    }

    /** Whether TLS 1.3 may use it. */
    public boolean inTls13() {
        return inTls13;
    }

    /** Whether versions before TLS 1.3 may use it. */
    public boolean beforeTls13() {
        return before;
    }

    /** Whether a quantum computer could not open what was agreed with it. */
    public boolean postQuantum() {
        return label.contains("MLKEM");
    }

    /** The name of a group, or its number in hexadecimal. */
    public static String label(int number) {
        return Stream.of(values())
                .filter(one -> one.number == number)
                .map(Group::label)
                .findFirst()
                .orElseGet(() -> String.format("0x%04X", number));
    }

    /** By its name in any case, or NIST's, such as {@code P-256}. */
    public static Optional<Group> named(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(one -> one.label.toLowerCase(Locale.ROOT).equals(wanted)
                        || one.otherName.toLowerCase(Locale.ROOT).equals(wanted)
                        || (one == SECP256R1 && wanted.equals("prime256v1")))
                .findFirst();
    }
}
