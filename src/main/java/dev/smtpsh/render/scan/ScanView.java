package dev.smtpsh.render.scan;

import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Words;
import dev.smtpsh.render.text.Sheet;
import dev.smtpsh.scan.ScanReport;
import dev.smtpsh.scan.ScanReport.Grade;
import dev.smtpsh.scan.ScanReport.Order;
import dev.smtpsh.scan.ScanReport.Version;
import java.util.List;
import java.util.stream.Collectors;

/** A scan as a page: versions with their suites, groups, schemes, certificates, and what to think of them. */
public final class ScanView {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_NAMES = 10;

    private final Drawing drawing;

    public ScanView(Drawing drawing) {
        this.drawing = drawing;
    }

    public StyledText draw(ScanReport report) {
        Sheet sheet = new Sheet(drawing);
        sheet.entry("Server", report.target().name() + " " + report.target().where());
        for (Version version : report.versions()) {
            sheet.entry(version.name(), version.spoken() ? order(version) : "not spoken");
            version.suites()
                    .forEach(one -> sheet.entry(
                            "",
                            one.suite().name()
                                    + one.group().map(group -> "  " + group).orElse("")));
        }
        list(sheet, "Groups 1.3", report.groups13());
        list(sheet, "Groups 1.2", report.groupsBefore());
        list(sheet, "Sign. 1.3", report.schemes13());
        list(sheet, "Sign. 1.2", report.schemesBefore());
        report.certificates()
                .forEach(one -> sheet.entry(
                        "Cert.",
                        Words.bounded(one.facts().subject(), LONGEST_NAME) + ", "
                                + one.facts().key() + ", for "
                                + one.facts().names().stream()
                                        .limit(MOST_NAMES)
                                        .map(name -> Words.bounded(name, LONGEST_NAME))
                                        .collect(Collectors.joining(" "))
                                + " (" + one.when() + ")"));
        report.handshake()
                .ifPresent(one -> one.remarks()
                        .forEach(remark -> sheet.entry(
                                remark.breaksTrust() ? "Problem" : "Remark", Words.sentence(remark.words()))));
        report.findings().forEach(one -> {
            sheet.entry(label(one.grade()), Words.sentence(one.words()));
            if (!one.mend().isEmpty()) {
                sheet.advice("Fix", one.mend());
            }
        });
        report.trouble().ifPresent(words -> sheet.entry("Unfinished", Words.sentence(words)));
        sheet.line(report.connections() + " connections in " + Words.milliseconds(report.took()) + " ms.");
        return sheet.done();
    }

    private static void list(Sheet sheet, String label, List<String> names) {
        if (!names.isEmpty()) {
            sheet.entry(label, String.join(", ", names));
        }
    }

    private static String order(Version version) {
        String count =
                version.suites().size() == 1 ? "one suite" : version.suites().size() + " suites";
        return version.order() == Order.NONE
                ? count
                : count + ", "
                        + (version.order() == Order.SERVER ? "in the server's order" : "the client's order decides");
    }

    private static String label(Grade grade) {
        return switch (grade) {
            case BAD -> "Problem";
            case WEAK -> "Weak";
            case NOTE -> "Remark";
            case GOOD -> "Good";
        };
    }
}
