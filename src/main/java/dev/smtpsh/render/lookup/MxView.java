package dev.smtpsh.render.lookup;

import dev.smtpsh.dns.AddressLiteral;
import dev.smtpsh.dns.Answer;
import dev.smtpsh.domain.MxHost;
import dev.smtpsh.domain.MxPlan;
import dev.smtpsh.domain.MxRemark;
import dev.smtpsh.render.Columns;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.Level;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Words;
import dev.smtpsh.render.Wrap;
import dev.smtpsh.render.text.Sheet;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where a domain's mail goes: each host with its preference, its addresses, and what is wrong with it. */
public final class MxView {
    // Of a host's addresses so many are shown (limit addresses-shown), and of one kind of remark (remarks-shown).
    private static final int MOST_ADDRESSES = 10;
    private static final int MOST_REMARKS = 10;
    private static final int LONGEST_NAME = 300;
    private static final int PREFERENCE = 6;
    private static final int WIDEST_HOST = 40;
    private static final int WIDEST_ADDRESS = 40;

    private final Drawing drawing;

    public MxView(Drawing drawing) {
        this.drawing = drawing;
    }

    public StyledText draw(MxPlan plan) {
        if (drawing.level() == Level.PLAIN) {
            return lines(plan);
        }
        Sheet sheet = new Sheet(drawing);
        sheet.entry("MX", plan.domain() + " - " + summary(plan) + Asked.by(plan.asked()));
        for (MxHost host : plan.hosts()) {
            if (drawing.accessible()) {
                aloud(sheet, host);
            } else if (drawing.tables()) {
                row(sheet, host);
            } else {
                list(sheet, host);
            }
        }
        for (MxRemark remark : some(plan.remarks())) {
            sheet.entry(label(remark), Words.sentence(text(remark)));
        }
        plan.trouble()
                .filter(failed -> plan.way() == MxPlan.Way.UNKNOWN)
                .ifPresent(failed -> Asked.trouble(sheet, failed));
        return sheet.done();
    }

    private static String summary(MxPlan plan) {
        int count = plan.hosts().size();
        return switch (plan.way()) {
            case LISTED -> count == 1 ? "1 host" : count + " hosts";
            case IMPLICIT -> "no MX record, but an address";
            case NULL_MX -> "takes no mail";
            case NO_DOMAIN ->
                plan.asked().aliases().isEmpty()
                        ? "does not exist (NXDOMAIN)"
                        : plan.asked().words();
            case NO_HOST -> "no MX record and no address";
            case UNKNOWN -> plan.trouble().map(Answer::words).orElse("could not be looked up");
        };
    }

    private void row(Sheet sheet, MxHost host) {
        String preference = String.format("%" + (PREFERENCE - 2) + "d  ", host.preference());
        List<String> addresses = addresses(host);
        int room = sheet.room() - PREFERENCE;
        String name = drawing.visible(Words.bounded(host.name().text(), LONGEST_NAME));
        int columns = Math.min(WIDEST_HOST, Math.max(room - WIDEST_ADDRESS - 2, Sheet.LABEL));
        boolean beside = Columns.of(name) <= columns;
        List<String> names = beside ? List.of(name) : Wrap.lines(name, room);
        for (int i = 0; i < names.size(); i++) {
            String first = beside && !addresses.isEmpty() ? addresses.remove(0) : "";
            String gap = first.isEmpty() ? "" : " ".repeat(columns + 2 - Columns.of(name));
            sheet.asIs(new StyledText.Builder()
                    .add(Intent.PLAIN, i == 0 ? preference : " ".repeat(PREFERENCE))
                    .add(Intent.STRONG, names.get(i))
                    .add(Intent.PLAIN, gap + first)
                    .build());
        }
        for (String address : addresses) {
            sheet.asIs(plain(" ".repeat(PREFERENCE + columns + 2) + address));
        }
        remarks(sheet, host, " ".repeat(PREFERENCE));
    }

    private static void aloud(Sheet sheet, MxHost host) {
        List<String> addresses = addresses(host);
        String name = host.preference() + " " + Words.bounded(host.name().text(), LONGEST_NAME);
        sheet.entry("Host", name + (addresses.isEmpty() ? "" : ": " + String.join(", ", addresses)));
        some(host.remarks()).forEach(remark -> sheet.entry(label(remark), text(remark)));
    }

    private void list(Sheet sheet, MxHost host) {
        sheet.line(host.preference() + " " + Words.bounded(host.name().text(), LONGEST_NAME));
        String indent = "  ";
        for (String address : addresses(host)) {
            sheet.asIs(plain(indent + address));
        }
        remarks(sheet, host, indent);
    }

    private void remarks(Sheet sheet, MxHost host, String indent) {
        for (MxRemark remark : some(host.remarks())) {
            String words = drawing.visible(label(remark).toLowerCase(Locale.ROOT) + ": " + text(remark));
            for (String line : Wrap.lines(words, sheet.room() - indent.length())) {
                sheet.asIs(plain(indent + line));
            }
        }
    }

    private static List<String> addresses(MxHost host) {
        List<String> texts = new ArrayList<>();
        List<InetAddress> addresses = host.addresses();
        addresses.stream().limit(MOST_ADDRESSES).forEach(address -> texts.add(AddressLiteral.text(address)));
        if (addresses.size() > MOST_ADDRESSES) {
            texts.add("and " + (addresses.size() - MOST_ADDRESSES) + " more");
        }
        return texts;
    }

    private static List<MxRemark> some(List<MxRemark> remarks) {
        return remarks.stream().limit(MOST_REMARKS).toList();
    }

    private static String label(MxRemark remark) {
        return switch (remark.kind().weight()) {
            case FAIL, WARN -> "Problem";
            case NOTE, INFO -> "Note";
        };
    }

    private static String text(MxRemark remark) {
        String source = remark.kind().source();
        return Words.bounded(remark.words(), LONGEST_NAME) + (source.isEmpty() ? "" : " (" + source + ")");
    }

    private static StyledText plain(String text) {
        return new StyledText.Builder().add(Intent.PLAIN, text).build();
    }

    /**
     * A line for each address: domain, outcome, preference, host, address, labels of remarks. A host without address has
     * one line too, and so has a domain without host; {@code -} where there is nothing.
     */
    private StyledText lines(MxPlan plan) {
        StyledText.Builder out = new StyledText.Builder();
        String way = plan.way().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String outcome = plan.way() == MxPlan.Way.UNKNOWN
                ? plan.trouble().map(Answer::label).orElse(way)
                : way;
        if (plan.hosts().isEmpty()) {
            Asked.fields(drawing, out, plan.domain().text(), outcome, "-", "-", "-", labels(plan.remarks()));
        }
        for (MxHost host : plan.hosts()) {
            List<String> addresses =
                    host.addresses().stream().map(AddressLiteral::text).toList();
            for (String address : addresses.isEmpty() ? List.of("-") : addresses) {
                Asked.fields(
                        drawing,
                        out,
                        plan.domain().text(),
                        outcome,
                        String.valueOf(host.preference()),
                        host.name().text(),
                        address,
                        labels(host.remarks()));
            }
        }
        return out.build();
    }

    private static String labels(List<MxRemark> remarks) {
        List<String> labels =
                remarks.stream().map(remark -> remark.kind().label()).distinct().toList();
        return labels.isEmpty() ? "-" : String.join(",", labels);
    }
}
