package dev.smtpsh.dns;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A type of record by its number in the registry of IANA; those with a name here are read, others kept as they came.
 *
 * @param number 1 to 65535
 */
public record RecordType(int number) {
    public static final RecordType A = new RecordType(1);
    public static final RecordType NS = new RecordType(2);
    public static final RecordType CNAME = new RecordType(5);
    public static final RecordType SOA = new RecordType(6);
    public static final RecordType PTR = new RecordType(12);
    public static final RecordType MX = new RecordType(15);
    public static final RecordType TXT = new RecordType(16);
    public static final RecordType AAAA = new RecordType(28);
    public static final RecordType TLSA = new RecordType(52);

    private static final int LARGEST = 65535;
    private static final List<RecordType> NAMED = List.of(A, NS, CNAME, SOA, PTR, MX, TXT, AAAA, TLSA);
    private static final List<String> NAMES = List.of("A", "NS", "CNAME", "SOA", "PTR", "MX", "TXT", "AAAA", "TLSA");

    public RecordType {
        if (number < 1 || number > LARGEST) {
            throw new IllegalArgumentException("no type of record: " + number);
        }
    }

    /** A type by its name, or by {@code TYPE65} (RFC 3597 5). */
    public static Optional<RecordType> named(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        int known = NAMES.indexOf(upper);
        if (known >= 0) {
            return Optional.of(NAMED.get(known));
        }
        boolean number = upper.matches("TYPE[1-9][0-9]{0,4}") && Integer.parseInt(upper.substring(4)) <= LARGEST;
        return number ? Optional.of(new RecordType(Integer.parseInt(upper.substring(4)))) : Optional.empty();
    }

    @Override
    public String toString() {
        int known = NAMED.indexOf(this);
        return known >= 0 ? NAMES.get(known) : "TYPE" + number;
    }
}
