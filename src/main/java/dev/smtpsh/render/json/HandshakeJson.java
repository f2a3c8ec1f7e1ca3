package dev.smtpsh.render.json;

import dev.smtpsh.tls.HandshakeReport;
import java.io.IOException;

/** What a TLS handshake showed, as a member of what it belongs to. */
final class HandshakeJson {
    private HandshakeJson() {}

    static void members(JsonLine json, HandshakeReport report) throws IOException {
        json.fact("complete", report.complete())
                .fact("trusted", report.trusted())
                .text("version", report.version())
                .text("suite", report.suite())
                .text("group", report.group())
                .text("serverName", report.serverName())
                .milliseconds("ms", report.took());
        if (report.alert().isPresent()) {
            json.object(
                    "alert",
                    alert -> alert.number("number", report.alert().get().number())
                            .text("name", report.alert().get().name())
                            .fact("ours", report.alert().get().ours())
                            .text("words", report.alert().get().words()));
        } else {
            json.nothing("alert");
        }
        json.objects(
                "remarks",
                report.remarks(),
                (each, remark) -> each.text("kind", JsonLine.label(remark.kind()))
                        .fact("breaksTrust", remark.breaksTrust())
                        .text("words", remark.words())
                        .text("mend", remark.mend()));
        json.objects(
                "chain",
                report.chain(),
                (each, certificate) -> each.text("subject", certificate.subject())
                        .text("issuer", certificate.issuer())
                        .texts("names", certificate.names())
                        .text("validFrom", certificate.validFrom().toString())
                        .text("validUntil", certificate.validUntil().toString())
                        .text("key", certificate.key())
                        .text("signature", certificate.signature())
                        .text("sha256", certificate.sha256())
                        .fact("selfSigned", certificate.selfSigned()));
    }
}
