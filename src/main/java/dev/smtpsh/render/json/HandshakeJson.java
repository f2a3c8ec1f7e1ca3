package dev.smtpsh.render.json;

import dev.smtpsh.tls.DaneVerdict;
import dev.smtpsh.tls.HandshakeReport;
import dev.smtpsh.tls.Staple;
import dev.smtpsh.tls.Terms;
import java.io.IOException;
import java.util.List;

/** What a TLS handshake showed, as a member of what it belongs to. */
public final class HandshakeJson {
    private HandshakeJson() {}

    /** Writes its members into an object that was begun. */
    public static void members(JsonLine json, HandshakeReport report) throws IOException {
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
        terms(json, report.terms());
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
                        .fact("selfSigned", certificate.selfSigned())
                        .text("pin", certificate.pin()));
    }

    private static void terms(JsonLine json, Terms terms) throws IOException {
        json.text("signatureScheme", terms.signature())
                .texts("extensions", terms.extensions())
                .texts("alpnOffered", terms.alpnOffered())
                .text("alpn", terms.alpn());
        json.object(
                "session",
                one -> one.fact("offered", terms.resumption().offered())
                        .fact("resumed", terms.resumption().resumed())
                        .fact("id", terms.resumption().sessionId())
                        .number("tickets", terms.resumption().tickets())
                        .seconds("lifetime", terms.resumption().lifetime()));
        if (terms.staple().isPresent()) {
            Staple staple = terms.staple().get();
            json.object(
                    "staple",
                    one -> one.text("status", JsonLine.label(staple.status()))
                            .text("thisUpdate", staple.thisUpdate().map(Object::toString))
                            .text("nextUpdate", staple.nextUpdate().map(Object::toString))
                            .text("revokedAt", staple.revokedAt().map(Object::toString))
                            .text("words", staple.words()));
        } else {
            json.nothing("staple");
        }
        json.objects(
                "timestamps",
                terms.timestamps(),
                (each, one) -> each.text("source", JsonLine.label(one.source()))
                        .text("log", one.log())
                        .text("at", one.at().toString()));
        json.objects(
                "tlsa",
                terms.dane().map(DaneVerdict::judged).orElse(List.of()),
                (each, one) -> each.text("record", one.record())
                        .fact("matched", one.matched())
                        .text("words", one.words()));
    }
}
