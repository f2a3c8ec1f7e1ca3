package dev.smtpsh.render.text;

import dev.smtpsh.annotate.Verdict;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.Level;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Words;
import dev.smtpsh.render.Wrap;
import dev.smtpsh.smtp.extension.Capabilities;
import dev.smtpsh.smtp.extension.Capabilities.Offer;
import dev.smtpsh.smtp.extension.Extension;
import dev.smtpsh.smtp.extension.OfferReading;
import dev.smtpsh.smtp.state.SessionState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an accepted EHLO offers, what it does not, and what comes next. */
final class HelloTable {
    private static final int LABEL = 13;
    private static final int GAP = 3;

    // The longest known keyword and a gap.
    private static final int KEYWORD = 21;

    private final Drawing drawing;
    private final SessionState state;
    private final Capabilities offered;

    HelloTable(Drawing drawing, SessionState after) {
        this.drawing = drawing;
        this.state = after;
        this.offered = after.capabilities();
    }

    void onto(Sheet sheet) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Extensions", extensions());
        if (drawing.level() != Level.TERSE) {
            rows.put("Not offered", missing());
            rows.put("Unknown", unknown());
            rows.put("In TLS", difference());
            rows.put("Next", next());
        }
        rows.values().removeIf(String::isEmpty);
        if (drawing.tables()) {
            table(sheet, rows);
        } else {
            sheet.outcome(Intent.OK, Verdict.OK.words(), "");
            rows.forEach(sheet::entry);
        }
        if (drawing.level() == Level.FULL) {
            purposes(sheet);
        }
    }

    private void table(Sheet sheet, Map<String, String> rows) {
        String ok = Verdict.OK.words();
        boolean first = true;
        for (Map.Entry<String, String> row : rows.entrySet()) {
            row(sheet, first ? ok : "", ok.length() + GAP, row.getKey(), LABEL, row.getValue());
            first = false;
        }
    }

    private void row(Sheet sheet, String lead, int indent, String label, int columns, String text) {
        List<String> lines = Wrap.lines(drawing.visible(text), sheet.room() - indent - columns);
        for (int i = 0; i < lines.size(); i++) {
            String word = i == 0 ? lead : "";
            String name = i == 0 ? label : "";
            StyledText.Builder out = new StyledText.Builder().add(Intent.OK, word);
            out.add(Intent.PLAIN, " ".repeat(indent - word.length()) + name);
            out.add(Intent.PLAIN, " ".repeat(columns - name.length()) + lines.get(i));
            sheet.asIs(out.build());
        }
    }

    private String extensions() {
        List<String> words = new ArrayList<>();
        for (Offer offer : offered.offers()) {
            boolean size = offer.keyword().equals(Extension.SIZE.keyword());
            words.add(
                    size && offered.sizeLimit().isPresent()
                            ? "SIZE " + Words.size(offered.sizeLimit().get())
                            : offer.toString());
        }
        return words.isEmpty() ? "none" : String.join(", ", words);
    }

    private String missing() {
        List<String> words = new ArrayList<>();
        for (Extension extension : offered.missed(state.secured())) {
            words.add(extension.keyword() + hint(extension));
        }
        return String.join(", ", words);
    }

    private String hint(Extension extension) {
        boolean afterTls = extension == Extension.AUTH && !state.secured() && offered.has(Extension.STARTTLS);
        return afterTls ? " (perhaps after STARTTLS)" : "";
    }

    // RFC 3207 4.2: what was offered before counts no more, and may differ.
    private String difference() {
        Capabilities before = state.offeredInPlain();
        if (!state.secured() || before.offers().isEmpty()) {
            return "";
        }
        List<String> words = new ArrayList<>();
        offered.offers().stream()
                .filter(offer -> !before.offers().contains(offer))
                .forEach(offer -> words.add((keyword(before, offer) ? "changed " : "new ") + offer));
        before.offers().stream()
                .filter(offer -> !keyword(offered, offer) && !offer.keyword().equals(Extension.STARTTLS.keyword()))
                .forEach(offer -> words.add("gone " + offer));
        return words.isEmpty() ? "the same as in plain text" : String.join(", ", words);
    }

    private static boolean keyword(Capabilities there, Offer offer) {
        return there.offers().stream().anyMatch(other -> other.keyword().equals(offer.keyword()));
    }

    private String unknown() {
        List<String> words = new ArrayList<>();
        for (Offer offer : offered.offers()) {
            if (offer.extension().isEmpty() && !offer.keyword().startsWith("X")) {
                words.add(offer.keyword());
            }
        }
        return String.join(", ", words);
    }

    private String next() {
        if (!state.secured() && offered.has(Extension.STARTTLS)) {
            return "STARTTLS - nothing you type is encrypted yet";
        }
        String mail = state.secured() ? "MAIL FROM:<>" : "MAIL FROM:<> - this server offers no encryption";
        return offered.has(Extension.AUTH) && !state.loggedIn() ? "auth to log in, or " + mail : mail;
    }

    private void purposes(Sheet sheet) {
        sheet.blank();
        for (Offer offer : offered.offers()) {
            offer.extension().ifPresent(known -> {
                String values = OfferReading.words(offer);
                String words = known.purpose() + (values.isEmpty() ? "" : "; " + values) + " (" + known.source() + ")";
                if (drawing.tables()) {
                    row(sheet, "", 0, known.keyword(), KEYWORD, words);
                } else {
                    sheet.entry(known.keyword(), words);
                }
            });
        }
    }
}
