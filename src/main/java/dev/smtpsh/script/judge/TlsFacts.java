package dev.smtpsh.script.judge;

import dev.smtpsh.script.syntax.Quantity;
import dev.smtpsh.script.syntax.Subject;
import dev.smtpsh.tls.CertificateFacts;
import dev.smtpsh.tls.HandshakeReport;
import dev.smtpsh.tls.Remark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** What a handshake has to say on each subject. */
record TlsFacts(HandshakeReport report, Instant now) {
    Answer of(Subject subject, List<String> arguments) {
        return switch (subject) {
            case TLS_VERSION -> version();
            case TLS_CIPHER -> text(report.suite(), "no cipher suite was agreed on");
            case TLS_GROUP -> text(report.group(), "no group was agreed on");
            case TLS_TRUSTED -> Answer.fact(report.trusted(), worst().orElse("the handshake was not finished"));
            case TLS_VERIFY_ERROR -> text(worst(), "nothing speaks against the certificate");
            case TLS_CHAIN -> Answer.number(report.chain().size());
            default ->
                report.chain().stream()
                        .findFirst()
                        .map(certificate -> certificate(subject, certificate, arguments))
                        .orElseGet(() -> Answer.none("the server sent no certificate"));
        };
    }

    private Answer version() {
        String version = report.version().orElse("");
        OptionalLong number = Quantity.version(version);
        return number.isPresent()
                ? Answer.amount(number.getAsLong(), version)
                : Answer.none("no version of TLS was agreed on");
    }

    private Optional<String> worst() {
        return report.remarks().stream()
                .filter(Remark::breaksTrust)
                .map(Remark::words)
                .findFirst();
    }

    private static Answer text(Optional<String> text, String why) {
        return text.map(Answer::text).orElseGet(() -> Answer.none(why));
    }

    private Answer certificate(Subject subject, CertificateFacts certificate, List<String> arguments) {
        return switch (subject) {
            case TLS_CERT_SUBJECT -> Answer.text(certificate.subject());
            case TLS_CERT_ISSUER -> Answer.text(certificate.issuer());
            case TLS_CERT_SAN -> Answer.text(String.join(" ", certificate.names()));
            case TLS_CERT_KEY -> Answer.text(certificate.key());
            case TLS_CERT_SHA256 -> Answer.text(certificate.sha256());
            case TLS_CERT_DAYS_LEFT ->
                Answer.number(Math.floorDiv(
                        Duration.between(now, certificate.validUntil()).toSeconds(),
                        Duration.ofDays(1).toSeconds()));
            default ->
                Answer.fact(
                        certificate.names().stream().anyMatch(name -> covers(name, arguments.get(0))),
                        "the certificate is for " + String.join(", ", certificate.names()));
        };
    }

    // RFC 9525 6.3: a wildcard stands for the whole of the leftmost label and nothing else.
    private static boolean covers(String certified, String name) {
        String pattern = certified.toLowerCase(Locale.ROOT);
        String host = name.toLowerCase(Locale.ROOT);
        int dot = host.indexOf('.');
        return pattern.equals(host)
                || pattern.startsWith("*.") && dot > 0 && host.substring(dot).equals(pattern.substring(1));
    }
}
