package dev.smtpsh.tls.certificate;

import dev.smtpsh.tls.SignedTimestamp;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;

/** Reads lists of signed certificate timestamps (RFC 6962 3.3). */
public final class SignedTimestamps {
    /** The extension of a certificate that holds them. */
    static final String IN_CERTIFICATE = "1.3.6.1.4.1.11129.2.4.2";

    /** The extension of an OCSP answer that holds them. */
    static final String IN_STAPLE = "1.3.6.1.4.1.11129.2.4.5";

    private static final int LOG_ID = 32;

    /** {@code tls-timestamps}: a certificate has two to five. */
    private static final int MOST = 32;

    private SignedTimestamps() {}

    /** Those of a list as TLS writes it; what cannot be read ends it. */
    public static List<SignedTimestamp> read(byte[] list, SignedTimestamp.Source source) {
        List<SignedTimestamp> found = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(list);
        if (in.remaining() < 2) {
            return found;
        }
        in.getShort();
        while (in.remaining() >= 2 && found.size() < MOST) {
            int length = in.getShort() & 0xffff;
            // Version, log and time; what follows is the signature. Only version 1 has this shape.
            if (length < 1 + LOG_ID + Long.BYTES || length > in.remaining() || in.get(in.position()) != 0) {
                break;
            }
            int end = in.position() + length;
            in.get();
            byte[] log = new byte[LOG_ID];
            in.get(log);
            Instant at = Instant.ofEpochMilli(in.getLong());
            found.add(new SignedTimestamp(source, Base64.getEncoder().encodeToString(log), at));
            in.position(end);
        }
        return found;
    }

    static List<SignedTimestamp> in(X509Certificate certificate) {
        byte[] value = certificate.getExtensionValue(IN_CERTIFICATE);
        return value == null ? List.of() : wrapped(unwrap(value), SignedTimestamp.Source.CERTIFICATE);
    }

    /** Those of a list inside an OCTET STRING. */
    static List<SignedTimestamp> wrapped(byte[] octetString, SignedTimestamp.Source source) {
        return read(unwrap(octetString), source);
    }

    private static byte[] unwrap(byte[] octetString) {
        try {
            return ASN1OctetString.getInstance(octetString).getOctets();
        } catch (IllegalArgumentException | ClassCastException e) {
            return new byte[0];
        }
    }
}
