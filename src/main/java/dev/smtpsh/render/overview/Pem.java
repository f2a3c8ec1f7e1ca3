package dev.smtpsh.render.overview;

import dev.smtpsh.render.Intent;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.smtp.Octets;
import java.util.Base64;
import java.util.List;

/** Certificates in PEM (RFC 7468 5): one after the other, in the order given. */
public final class Pem {
    private static final int LINE = 64;

    private Pem() {}

    /** @param chain in DER */
    public static String certificates(List<Octets> chain) {
        StringBuilder text = new StringBuilder();
        chain.forEach(der -> text.append(certificate(der)));
        return text.toString();
    }

    /** The same to be shown, and copied: nothing of ours beside it. */
    public static StyledText drawn(List<Octets> chain) {
        StyledText.Builder out = new StyledText.Builder();
        certificates(chain).lines().forEach(line -> out.add(Intent.PLAIN, line).endLine());
        return out.build();
    }

    /** @param der one certificate */
    public static String certificate(Octets der) {
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der.toByteArray());
        return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    }
}
