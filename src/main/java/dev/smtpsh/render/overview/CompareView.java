package dev.smtpsh.render.overview;

import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.text.Sheet;
import dev.smtpsh.render.transcript.Transcript;
import java.util.List;

/** The same questions put to several servers, side by side; where they answer differently there is a mark. */
public final class CompareView {
    private static final int FEWEST_COLUMNS = 80;
    private static final int QUESTION = 25;
    private static final int WIDEST_QUESTION = 48;
    private static final int NARROWEST_ANSWER = 14;
    private static final String DIFFERS = "<-";

    private final Drawing drawing;

    public CompareView(Drawing drawing) {
        this.drawing = drawing;
    }

    public StyledText draw(List<Transcript> transcripts) {
        Comparison comparison = Comparison.of(transcripts, drawing);
        Sheet sheet = new Sheet(drawing);
        int question = Math.min(WIDEST_QUESTION, Math.max(QUESTION, sheet.room() / 3));
        int answer = (sheet.room() - question - DIFFERS.length() - 1) / Math.max(1, transcripts.size());
        if (drawing.tables() && drawing.width() >= FEWEST_COLUMNS && answer >= NARROWEST_ANSWER) {
            table(sheet, transcripts, comparison, question);
        } else {
            blocks(sheet, transcripts, comparison);
        }
        int differences =
                (int) comparison.rows().stream().filter(Comparison.Row::differs).count();
        sheet.line(
                differences == 0
                        ? "No differences."
                        : differences == 1 ? "1 difference." : differences + " differences.");
        comparison.remarks().forEach(sheet::line);
        return sheet.done();
    }

    private void table(Sheet sheet, List<Transcript> transcripts, Comparison comparison, int question) {
        int answer = (sheet.room() - question - DIFFERS.length() - 1) / transcripts.size();
        StyledText.Builder heading = new StyledText.Builder().add(Intent.DIM, " ".repeat(question));
        for (int i = 0; i < transcripts.size(); i++) {
            String title = title(transcripts.get(i));
            boolean last = i == transcripts.size() - 1;
            heading.add(Intent.DIM, last ? Cell.cut(title, answer) : Cell.left(title, answer - 1) + " ");
        }
        sheet.asIs(heading.build());
        for (Comparison.Row row : comparison.rows()) {
            StyledText.Builder line =
                    new StyledText.Builder().add(Intent.PLAIN, Cell.left(row.question(), question - 1) + " ");
            for (int i = 0; i < row.answers().size(); i++) {
                Comparison.Answer one = row.answers().get(i);
                boolean last = i == row.answers().size() - 1 && !row.differs();
                line.add(one.intent(), last ? Cell.cut(one.words(), answer) : Cell.left(one.words(), answer - 1) + " ");
            }
            sheet.asIs(line.add(Intent.BROKEN, row.differs() ? DIFFERS : "").build());
        }
    }

    private void blocks(Sheet sheet, List<Transcript> transcripts, Comparison comparison) {
        for (Comparison.Row row : comparison.rows()) {
            sheet.line(row.question() + (row.differs() ? drawing.accessible() ? " (differs)" : " " + DIFFERS : ""));
            for (int i = 0; i < transcripts.size(); i++) {
                String words = row.answers().get(i).words();
                sheet.line("  " + title(transcripts.get(i)) + ": " + (words.isEmpty() ? "-" : words));
            }
        }
    }

    private static String title(Transcript transcript) {
        return "#" + transcript.number() + " " + transcript.name();
    }
}
