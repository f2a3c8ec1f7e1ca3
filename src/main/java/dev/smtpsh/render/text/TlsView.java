package dev.smtpsh.render.text;

import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Level;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Words;
import dev.smtpsh.tls.CertificateFacts;
import dev.smtpsh.tls.HandshakeReport;
import dev.smtpsh.tls.Remark;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a TLS handshake showed: in a few lines, or all of it. */
public final class TlsView {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    // The worst two come first; the table has the rest.
    private static final int REMARKS_IN_SUMMARY = 2;

    private final Drawing drawing;

    public TlsView(Drawing drawing) {
        this.drawing = drawing;
    }

    /** One line on what was negotiated and whether to trust it, then the worst that is wrong. */
    public StyledText summary(HandshakeReport report) {
        if (drawing.level() == Level.PLAIN) {
            return StyledText.EMPTY;
        }
        Sheet sheet = new Sheet(drawing);
        sheet.entry("TLS", negotiated(report) + ", " + trust(report));
        if (drawing.level() != Level.TERSE) {
            report.remarks().stream().limit(REMARKS_IN_SUMMARY).forEach(remark -> remark(sheet, remark));
            int more = report.remarks().size() - REMARKS_IN_SUMMARY;
            if (more > 0) {
                sheet.entry("More", "tls shows " + more + " more");
            }
        }
        return sheet.done();
    }

    /** Everything. */
    public StyledText table(HandshakeReport report) {
        Sheet sheet = new Sheet(drawing);
        sheet.drawn(new TlsTable(drawing, report).draw());
        report.alert().ifPresent(alert -> sheet.entry("Alert", FailureView.alert(alert, "")));
        remarks(sheet, report);
        if (report.trusted() && !report.chain().isEmpty()) {
            sheet.line(
                    report.terms().dane().isPresent()
                            ? "A sender that goes by DANE trusts this server, whatever else is said of its certificate."
                            : "A sender that checks certificates trusts this server.");
        }
        return sheet.done();
    }

    /** Each remark and its mend. */
    void remarks(Sheet sheet, HandshakeReport report) {
        report.remarks().forEach(remark -> remark(sheet, remark));
    }

    static String day(Instant moment) {
        return DAY.format(moment);
    }

    /** Version, cipher suite and group. */
    static String negotiated(HandshakeReport report) {
        List<String> parts = new ArrayList<>();
        Stream.of(report.version(), report.suite(), report.group()).forEach(part -> part.ifPresent(parts::add));
        return parts.isEmpty() ? "nothing negotiated" : String.join("  ", parts);
    }

    private static String trust(HandshakeReport report) {
        if (!report.complete()) {
            return "handshake failed";
        }
        if (report.chain().isEmpty()) {
            return "no certificate";
        }
        CertificateFacts own = report.chain().get(0);
        return report.trusted() ? "certificate valid until " + day(own.validUntil()) : "certificate not trustworthy";
    }

    private void remark(Sheet sheet, Remark remark) {
        sheet.entry(remark.breaksTrust() ? "Problem" : "Remark", Words.sentence(remark.words()));
        if (!remark.mend().isEmpty()) {
            sheet.advice("Fix", Words.sentence(remark.mend()));
        }
    }
}
