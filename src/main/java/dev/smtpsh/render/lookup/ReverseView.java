package dev.smtpsh.render.lookup;

import dev.smtpsh.dns.AddressLiteral;
import dev.smtpsh.dns.Answer;
import dev.smtpsh.domain.AddressKind;
import dev.smtpsh.domain.ReverseReport;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Level;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Words;
import dev.smtpsh.render.text.Sheet;
import java.net.InetAddress;
import java.util.List;

/** The names of an address, and whether they lead back to it. */
public final class ReverseView {
    private static final int LONGEST_NAME = 300;
    private static final int MOST_ADDRESSES = 5;

    private final Drawing drawing;

    public ReverseView(Drawing drawing) {
        this.drawing = drawing;
    }

    public StyledText draw(ReverseReport report) {
        if (drawing.level() == Level.PLAIN) {
            return lines(report);
        }
        Sheet sheet = new Sheet(drawing);
        Answer asked = report.asked();
        String address = AddressLiteral.text(report.address());
        AddressKind kind = AddressKind.of(report.address());
        String what = kind == AddressKind.PUBLIC ? "" : ", " + kind.words();
        if (asked instanceof Answer.Failed failed) {
            sheet.entry("PTR", address + what + " - " + failed.words());
            Asked.trouble(sheet, failed);
            return sheet.done();
        }
        sheet.entry("PTR", address + what + " - " + count(report) + Asked.by(asked));
        report.names().forEach(name -> sheet.entry("Name", name(name)));
        if (report.leftOut() > 0) {
            sheet.entry("Note", report.leftOut() + " more names were not looked at.");
        }
        String advice = advice(report);
        return (advice.isEmpty() ? sheet : sheet.entry("Problem", advice)).done();
    }

    private static String count(ReverseReport report) {
        int names = report.names().size() + report.leftOut();
        if (names == 0) {
            return report.asked() instanceof Answer.NoSuchName ? "no name (NXDOMAIN)" : "no name (no PTR record)";
        }
        return names == 1 ? "1 name" : names + " names";
    }

    private static String name(ReverseReport.Name name) {
        return Words.bounded(name.name().text(), LONGEST_NAME) + " - " + back(name);
    }

    private static String back(ReverseReport.Name name) {
        if (name.leadsBack()) {
            return "leads back";
        }
        for (Answer answer : name.answers()) {
            if (answer instanceof Answer.Failed failed) {
                return "could not be followed back: " + failed.words();
            }
        }
        List<InetAddress> elsewhere = name.answers().stream()
                .flatMap(answer -> answer.addresses().stream())
                .toList();
        if (elsewhere.isEmpty()) {
            boolean none = name.answers().stream().anyMatch(Answer.NoSuchName.class::isInstance);
            return none ? "does not exist (NXDOMAIN)" : "has no address";
        }
        List<String> some = elsewhere.stream()
                .limit(MOST_ADDRESSES)
                .map(AddressLiteral::text)
                .toList();
        String more = elsewhere.size() > MOST_ADDRESSES ? " and " + (elsewhere.size() - MOST_ADDRESSES) + " more" : "";
        return "leads to " + String.join(", ", some) + more + " instead";
    }

    private static String advice(ReverseReport report) {
        boolean unsure = report.names().stream().anyMatch(name -> !name.certain());
        if (report.confirmed() || unsure || AddressKind.of(report.address()) != AddressKind.PUBLIC) {
            return "";
        }
        if (report.names().isEmpty()) {
            return "Many servers refuse mail from an address without a name. Whoever owns the address sets its PTR record.";
        }
        return "Many servers refuse mail from an address whose names do not lead back to it. Give one of the names this"
                + " address, or the address another name.";
    }

    /** A line for each name: address, outcome, name, {@code back} or {@code elsewhere} or {@code unknown}. */
    private StyledText lines(ReverseReport report) {
        StyledText.Builder out = new StyledText.Builder();
        String address = AddressLiteral.text(report.address());
        if (report.names().isEmpty()) {
            Asked.fields(drawing, out, address, report.asked().label(), "-", "-");
        }
        for (ReverseReport.Name name : report.names()) {
            String back = name.leadsBack() ? "back" : name.certain() ? "elsewhere" : "unknown";
            Asked.fields(
                    drawing, out, address, report.asked().label(), name.name().text(), back);
        }
        return out.build();
    }
}
