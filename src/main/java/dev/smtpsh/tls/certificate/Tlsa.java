package dev.smtpsh.tls.certificate;

import dev.smtpsh.smtp.Octets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A TLSA record (RFC 6698 2.1).
 *
 * @param usage 0 PKIX-TA, 1 PKIX-EE, 2 DANE-TA, 3 DANE-EE
 * @param selector 0 the whole certificate, 1 its public key
 * @param matching 0 the data itself, 1 its SHA-256, 2 its SHA-512
 * @param data what must be found
 */
public record Tlsa(int usage, int selector, int matching, Octets data) {
    /** Only the server's own key counts, and neither name nor date (RFC 7671 5.1). */
    static final int DANE_EE = 3;

    static final int DANE_TA = 2;
    static final int PKIX_EE = 1;

    private static final int SHA256 = 32;
    private static final int SHA512 = 64;

    /**
     * What came of reading a record.
     *
     * @param why what is wrong with it; empty text if nothing is
     */
    public record Reading(Optional<Tlsa> record, String why) {}

    /** Reads {@code 3 1 1 HEX} as it stands in a zone file; the hexadecimal digits may be in groups. */
    public static Reading read(String text) {
        List<String> fields = Arrays.asList(text.strip().split("\\s+"));
        if (fields.size() < 4) {
            return wrong("it needs four fields: usage, selector, matching type and data");
        }
        if (!fields.get(0).matches("[0-3]")) {
            return wrong("its usage is " + fields.get(0) + ", not 0, 1, 2 or 3");
        }
        if (!fields.get(1).matches("[01]")) {
            return wrong("its selector is " + fields.get(1) + ", not 0 or 1");
        }
        if (!fields.get(2).matches("[0-2]")) {
            return wrong("its matching type is " + fields.get(2) + ", not 0, 1 or 2");
        }
        String hex = String.join("", fields.subList(3, fields.size()));
        if (!hex.matches("([0-9a-fA-F]{2})+")) {
            return wrong("its data is no even number of hexadecimal digits");
        }
        int matching = Integer.parseInt(fields.get(2));
        int length = hex.length() / 2;
        int wanted = matching == 0 ? length : matching == 1 ? SHA256 : SHA512;
        if (length != wanted) {
            return wrong("its data has " + length + " octets; matching type " + matching + " needs " + wanted);
        }
        Octets data = Octets.of(HexFormat.of().parseHex(hex));
        return new Reading(
                Optional.of(new Tlsa(Integer.parseInt(fields.get(0)), Integer.parseInt(fields.get(1)), matching, data)),
                "");
    }

    private static Reading wrong(String why) {
        return new Reading(Optional.empty(), why);
    }

    /** Whether a certificate is the one that is meant. */
    boolean fits(X509Certificate certificate) {
        try {
            byte[] chosen = selector == 0
                    ? certificate.getEncoded()
                    : certificate.getPublicKey().getEncoded();
            byte[] made = matching == 0 ? chosen : Pin.hash(matching == 1 ? "SHA-256" : "SHA-512", chosen);
            return Octets.of(made).equals(data);
        } catch (CertificateEncodingException e) {
            return false;
        }
    }

    /** Such as {@code DANE-EE(3)}, as RFC 7218 calls it. */
    public String usageName() {
        return List.of("PKIX-TA", "PKIX-EE", "DANE-TA", "DANE-EE").get(usage) + "(" + usage + ")";
    }

    /** As in a zone file. */
    public String text() {
        return usage + " " + selector + " " + matching + " " + HexFormat.of().formatHex(data.toByteArray());
    }
}
