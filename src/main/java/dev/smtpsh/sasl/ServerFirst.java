package dev.smtpsh.sasl;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a SCRAM server says first: nonce, salt and iteration count (RFC 5802 7, {@code server-first-message}).
 *
 * @param whole as it came
 * @param iterations may be out of any bound; -1 for more digits than make sense
 */
record ServerFirst(String whole, String nonce, byte[] salt, int iterations) {
    /** Empty where the text is none. Attributes after these three may follow. */
    static Optional<ServerFirst> read(String text) {
        List<String> parts = List.of(text.split(",", -1));
        boolean shaped = parts.size() >= 3
                && parts.get(0).startsWith("r=")
                && parts.get(1).startsWith("s=")
                && parts.get(2).matches("i=[1-9][0-9]*");
        if (!shaped) {
            return Optional.empty();
        }
        Optional<byte[]> salt = decoded(parts.get(1).substring(2));
        String count = parts.get(2).substring(2);
        return salt.filter(octets -> octets.length > 0)
                .map(octets -> new ServerFirst(
                        text, parts.get(0).substring(2), octets, count.length() > 9 ? -1 : Integer.parseInt(count)));
    }

    static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
