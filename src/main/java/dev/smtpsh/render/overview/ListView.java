package dev.smtpsh.render.overview;

import dev.smtpsh.render.Columns;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Wrap;
import dev.smtpsh.render.text.Sheet;
import java.util.List;

/** Things and what they are: two columns where there is room. */
public final class ListView {
    private static final int GAP = 2;
    private static final String NARROW_INDENT = "  ";

    private final Drawing drawing;

    public ListView(Drawing drawing) {
        this.drawing = drawing;
    }

    /** @param rows a thing and what is said of it, each */
    public StyledText draw(List<String[]> rows) {
        Sheet sheet = new Sheet(drawing);
        if (!drawing.tables()) {
            for (String[] row : rows) {
                aloud(sheet, row);
            }
            return sheet.done();
        }
        // A long thing gets a line of its own: the others need not stand back for it.
        int widest = sheet.room() * 2 / 5;
        int left = rows.stream()
                .mapToInt(row -> Columns.of(drawing.visible(row[0])))
                .filter(columns -> columns <= widest)
                .max()
                .orElse(0);
        for (String[] row : rows) {
            row(sheet, drawing.visible(row[0]), drawing.visible(row[1]), left);
        }
        return sheet.done();
    }

    private static void row(Sheet sheet, String thing, String words, int left) {
        List<String> lines = Wrap.lines(words, Math.max(2, sheet.room() - left - GAP));
        boolean beside = Columns.of(thing) <= left;
        if (!beside) {
            sheet.asIs(new StyledText.Builder().add(Intent.STRONG, thing).build());
        }
        for (int i = 0; i < lines.size(); i++) {
            String before = i == 0 && beside ? thing : "";
            sheet.asIs(new StyledText.Builder()
                    .add(Intent.STRONG, before)
                    .add(Intent.PLAIN, " ".repeat(left + GAP - Columns.of(before)) + lines.get(i))
                    .build());
        }
    }

    private void aloud(Sheet sheet, String[] row) {
        if (drawing.accessible() || row[1].isEmpty()) {
            sheet.line(row[0] + (row[1].isEmpty() ? "" : ": " + row[1]));
            return;
        }
        sheet.line(row[0]);
        for (String line : Wrap.lines(drawing.visible(row[1]), Math.max(2, sheet.room() - NARROW_INDENT.length()))) {
            sheet.asIs(new StyledText.Builder()
                    .add(Intent.PLAIN, NARROW_INDENT + line)
                    .build());
        }
    }
}
