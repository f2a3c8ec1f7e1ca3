package dev.smtpsh.tls.certificate;

import dev.smtpsh.tls.Remark;
import java.util.List;

/**
 * What an operator demands of a chain beyond what everybody does.
 *
 * @param pins one of these keys must be in the chain; none demands nothing
 * @param tlsa one of these records must fit; none demands nothing
 */
public record Demands(List<Pin> pins, List<Tlsa> tlsa) {
    public static final Demands NONE = new Demands(List.of(), List.of());

    public Demands {
        pins = List.copyOf(pins);
        tlsa = List.copyOf(tlsa);
    }

    static Remark noPin() {
        return new Remark(
                Remark.Kind.PIN,
                "no key in the chain is one of those that were pinned",
                "If the key was changed on purpose, pin the new one: tls shows it. If not, do not trust this server.",
                true);
    }

    static Remark noTlsa(String words) {
        return new Remark(
                Remark.Kind.DANE,
                "no TLSA record fits: " + words,
                "Publish a record of the new key before the certificate is changed, and keep the old one until then.",
                true);
    }
}
