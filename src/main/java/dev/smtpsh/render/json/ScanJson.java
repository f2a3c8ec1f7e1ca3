package dev.smtpsh.render.json;

import dev.smtpsh.scan.ScanReport;

/** What a scan found, as one JSON object on one line. */
public final class ScanJson {
    private static final int SHAPE = 1;

    private ScanJson() {}

    /** Writes it. */
    public static void write(ScanReport report, Appendable out) {
        JsonLine.write(out, json -> {
            json.number("v", SHAPE)
                    .text("host", report.target().name())
                    .text("address", report.target().where())
                    .fact("tls", report.secure())
                    .objects(
                            "versions",
                            report.versions(),
                            (each, version) -> each.text("name", version.name())
                                    .fact("spoken", version.spoken())
                                    .text("order", JsonLine.label(version.order()))
                                    .objects(
                                            "suites",
                                            version.suites(),
                                            (one, taken) -> one.text(
                                                            "name",
                                                            taken.suite().name())
                                                    .text(
                                                            "openssl",
                                                            taken.suite().openssl())
                                                    .text("group", taken.group())))
                    .texts("groups13", report.groups13())
                    .texts("groupsBefore", report.groupsBefore())
                    .texts("schemes13", report.schemes13())
                    .texts("schemesBefore", report.schemesBefore())
                    .objects(
                            "certificates",
                            report.certificates(),
                            (each, shown) -> each.text("when", shown.when())
                                    .text("subject", shown.facts().subject())
                                    .texts("names", shown.facts().names())
                                    .text("key", shown.facts().key())
                                    .text("sha256", shown.facts().sha256()))
                    .objects(
                            "findings",
                            report.findings(),
                            (each, finding) -> each.text("grade", JsonLine.label(finding.grade()))
                                    .text("name", finding.name())
                                    .text("words", finding.words())
                                    .text("mend", finding.mend()));
            if (report.handshake().isPresent()) {
                json.object(
                        "handshake",
                        one -> HandshakeJson.members(one, report.handshake().get()));
            } else {
                json.nothing("handshake");
            }
            json.number("connections", report.connections())
                    .milliseconds("ms", report.took())
                    .text("error", report.trouble());
        });
    }
}
