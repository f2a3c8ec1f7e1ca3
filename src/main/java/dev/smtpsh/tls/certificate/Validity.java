package dev.smtpsh.tls.certificate;

import dev.smtpsh.tls.Remark;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** From when until when a certificate is valid (RFC 5280 4.1.2.5). Dates are in UTC. */
final class Validity {
    private Validity() {}

    static Optional<Remark> remark(X509Certificate certificate, String whose, Instant now) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        if (now.isAfter(until)) {
            String words = whose + "expired " + span(Duration.between(until, now)) + " ago (" + date(until) + ")";
            return Optional.of(
                    new Remark(Remark.Kind.EXPIRED, words, "Renew the certificate and reload the mail server.", true));
        }
        if (now.isBefore(from)) {
            String words =
                    whose + "not valid yet, only in " + span(Duration.between(now, from)) + " (" + date(from) + ")";
            return Optional.of(new Remark(
                    Remark.Kind.NOT_YET_VALID,
                    words,
                    "Check the clocks of this machine and of the authority, or wait until then.",
                    true));
        }
        return Optional.empty();
    }

    private static String span(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() == 1 ? "1 day" : time.toDays() + " days";
        }
        if (time.toHours() > 0) {
            return time.toHours() == 1 ? "1 hour" : time.toHours() + " hours";
        }
        return "less than an hour";
    }

    private static LocalDate date(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
