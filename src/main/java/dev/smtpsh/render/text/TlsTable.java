package dev.smtpsh.render.text;

import dev.smtpsh.render.Columns;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Words;
import dev.smtpsh.render.Wrap;
import dev.smtpsh.tls.CertificateFacts;
import dev.smtpsh.tls.HandshakeReport;
import dev.smtpsh.tls.Remark;
import dev.smtpsh.tls.Remark.Kind;
import dev.smtpsh.tls.SignedTimestamp;
import dev.smtpsh.tls.Terms;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Protocol and certificates as rows: label, value, and at the right what is wrong with just that. */
final class TlsTable {
    private static final int LABEL = 13;
    private static final int VALUE_END = 52;

    // A certificate can hold thousands of names, and names of any length.
    private static final int MOST_NAMES = 20;
    private static final int LONGEST_NAME = 300;
    private static final int MOST_CERTIFICATES = 10;

    private final Drawing drawing;
    private final HandshakeReport report;
    private final StyledText.Builder out = new StyledText.Builder();

    TlsTable(Drawing drawing, HandshakeReport report) {
        this.drawing = drawing;
        this.report = report;
    }

    StyledText draw() {
        row("Protocol", TlsView.negotiated(report), flag(Kind.OLD_VERSION, Kind.WEAK_SUITE));
        row("Handshake", report.complete() ? "complete in " + Words.milliseconds(report.took()) + " ms" : "failed", "");
        row(
                "Name asked",
                report.serverName().orElse("none"),
                report.serverName().isPresent() ? "SNI sent" : "no SNI sent");
        terms(report.terms());
        List<CertificateFacts> chain = report.chain();
        if (chain.isEmpty()) {
            row("Certificate", "none shown", "");
            return out.build();
        }
        certificate(chain.get(0));
        for (int i = 1; i < Math.min(chain.size(), MOST_CERTIFICATES); i++) {
            CertificateFacts issuer = chain.get(i);
            row("Chain " + i, text(issuer.subject()), "until " + TlsView.day(issuer.validUntil()));
        }
        if (chain.size() > MOST_CERTIFICATES) {
            row("Chain", "and " + (chain.size() - MOST_CERTIFICATES) + " more", "");
        }
        return out.build();
    }

    private void terms(Terms terms) {
        terms.signature().ifPresent(scheme -> row("Signature", scheme, ""));
        if (!terms.extensions().isEmpty()) {
            row("Answered", String.join(", ", terms.extensions()), "");
        }
        if (!terms.alpnOffered().isEmpty()) {
            row(
                    "ALPN",
                    terms.alpn().map(TlsTable::text).orElse("no answer"),
                    "offered: " + String.join(", ", terms.alpnOffered()));
        }
        report.group()
                .ifPresent(
                        group -> row("Quantum", group.contains("MLKEM") ? "safe: " + group : "not safe: " + group, ""));
        resumption(terms.resumption());
        terms.staple()
                .ifPresent(
                        staple -> row("Staple", staple.words(), staple.status().label()));
        for (SignedTimestamp one :
                terms.timestamps().stream().limit(MOST_CERTIFICATES).toList()) {
            row(
                    "Logged",
                    TlsView.day(one.at()) + "  " + one.log(),
                    "by " + one.source().label());
        }
        terms.dane()
                .ifPresent(dane -> dane.judged()
                        .forEach(one -> row(
                                "DANE",
                                text(one.record()) + ": " + one.words(),
                                one.matched() ? "fits" : "[PROBLEM: does not fit]")));
    }

    private void resumption(Terms.Resumption resumption) {
        if (!report.complete()) {
            return;
        }
        String offered = resumption.offered() ? resumption.resumed() ? "taken up again; " : "not taken up again; " : "";
        String id = resumption.sessionId() ? "session ID" : "";
        String tickets = resumption.tickets() == 0
                ? ""
                : resumption.tickets() == 1 ? "1 ticket" : resumption.tickets() + " tickets";
        String both = id + (id.isEmpty() || tickets.isEmpty() ? "" : ", ") + tickets;
        row(
                "Session",
                offered + (both.isEmpty() ? "nothing to take it up again by" : both),
                resumption
                        .lifetime()
                        .map(time -> "for " + time.toSeconds() + " s")
                        .orElse(""));
    }

    private void certificate(CertificateFacts own) {
        row("Certificate", text(own.subject()), flag(Kind.MALFORMED));
        String days = TlsView.day(own.validFrom()) + " .. " + TlsView.day(own.validUntil());
        row("  valid", days, flag(Kind.EXPIRED, Kind.NOT_YET_VALID));
        row("  names", names(own.names()), flagOr("matches", Kind.WRONG_NAME, Kind.NAME_ONLY_IN_CN));
        String sent = report.chain().size() == 1
                ? "1 certificate sent"
                : report.chain().size() + " certificates sent";
        row(
                "  issuer",
                text(own.issuer()),
                flagOr(
                        sent,
                        Kind.SELF_SIGNED,
                        Kind.UNKNOWN_ISSUER,
                        Kind.NO_AUTHORITY,
                        Kind.REVOKED,
                        Kind.PIN,
                        Kind.BAD_ORDER));
        row(
                "  key",
                text(own.key() + ", " + own.signature()),
                flag(Kind.WRONG_USE, Kind.WEAK_KEY, Kind.WEAK_SIGNATURE));
        row("  sha256", fingerprint(own.sha256()), "");
        if (!own.pin().isEmpty()) {
            row("  pin", own.pin(), "");
        }
    }

    // In two halves where it does not fit on one line.
    private String fingerprint(String sha256) {
        int half = sha256.length() / 2;
        return LABEL + sha256.length() <= drawing.proseWidth() || half == 0
                ? sha256
                : sha256.substring(0, half + 1) + " " + sha256.substring(half + 1);
    }

    private static String names(List<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        String first = names.stream().limit(MOST_NAMES).map(TlsTable::text).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? first + " and " + (names.size() - MOST_NAMES) + " more" : first;
    }

    private static String text(String ofPeer) {
        return Words.bounded(ofPeer, LONGEST_NAME);
    }

    private String flagOr(String otherwise, Kind... kinds) {
        String flag = flag(kinds);
        // Whether a name matches is only known of a handshake that came to an end.
        return flag.isEmpty() && report.complete() ? otherwise : flag;
    }

    private String flag(Kind... kinds) {
        Set<Kind> here = Set.of(kinds);
        List<Remark> found = report.remarks().stream()
                .filter(remark -> here.contains(remark.kind()))
                .toList();
        String words = found.stream()
                .map(remark -> remark.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .distinct()
                .collect(Collectors.joining(", "));
        String mark = found.stream().anyMatch(Remark::breaksTrust) ? "[PROBLEM: " : "[remark: ";
        return words.isEmpty() ? "" : mark + words + "]";
    }

    private void row(String label, String value, String beside) {
        Intent intent = beside.startsWith("[") ? Intent.STRONG : Intent.PLAIN;
        if (!drawing.tables()) {
            list(label, value, beside, intent);
            return;
        }
        int room = drawing.proseWidth() - LABEL;
        List<String> lines = Wrap.lines(drawing.visible(value), room);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            out.add(Intent.PLAIN, (i == 0 ? pad(label, LABEL) : " ".repeat(LABEL)) + line);
            int used = LABEL + Columns.of(line);
            int gap = Math.max(2, VALUE_END - used);
            if (i == lines.size() - 1 && !beside.isEmpty()) {
                if (used + gap + beside.length() > drawing.proseWidth()) {
                    out.endLine().add(Intent.PLAIN, " ".repeat(LABEL)).add(intent, beside);
                } else {
                    out.add(Intent.PLAIN, " ".repeat(gap)).add(intent, beside);
                }
            }
            out.endLine();
        }
    }

    private void list(String label, String value, String beside, Intent intent) {
        String whole = label.strip() + ": " + drawing.visible(value);
        for (String line : Wrap.lines(whole, drawing.proseWidth())) {
            out.add(Intent.PLAIN, line).endLine();
        }
        for (String line : beside.isEmpty() ? List.<String>of() : Wrap.lines(beside, drawing.proseWidth() - 2)) {
            out.add(Intent.PLAIN, "  ").add(intent, line).endLine();
        }
    }

    private static String pad(String label, int columns) {
        return label + " ".repeat(columns - label.length());
    }
}
