package dev.smtpsh.render.text;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Confidence;
import dev.smtpsh.annotate.transcript.Piece;
import dev.smtpsh.annotate.transcript.Tally;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.Level;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Words;
import dev.smtpsh.smtp.Octets;
import java.util.List;

/** A transcript of another tool, line for line, with the meaning of each reply in the gutter. */
public final class TranscriptView {
    private final Drawing drawing;

    public TranscriptView(Drawing drawing) {
        this.drawing = drawing;
    }

    /** Draws a piece; there are annotations for a reply, the best first. */
    public StyledText draw(Piece piece, List<Annotation> annotations) {
        StyledText.Builder lines = new StyledText.Builder();
        for (Octets line : piece.lines()) {
            lines.add(Intent.SERVER, drawing.visible(line)).endLine();
        }
        Sheet sheet = new Sheet(drawing);
        if (piece instanceof Piece.Answer answer && !annotations.isEmpty()) {
            explain(sheet, answer, annotations);
        }
        return lines.build().plus(sheet.done());
    }

    /** Draws the counts. */
    public StyledText summary(Tally tally) {
        StyledText.Builder table = new StyledText.Builder();
        int number = Math.max("replies".length(), Long.toString(tally.total()).length());
        table.add(Intent.STRONG, String.format("%" + number + "s  %-20s %s", "replies", "reason", "provider"))
                .endLine();
        for (Tally.Row row : tally.rows()) {
            String text = String.format("%" + number + "d  %-20s %s", row.count(), row.reason(), row.provider());
            table.add(Intent.PLAIN, text).endLine();
        }
        table.add(Intent.PLAIN, String.format("%" + number + "d  in all", tally.total()))
                .endLine();
        return table.build();
    }

    private void explain(Sheet sheet, Piece.Answer answer, List<Annotation> annotations) {
        Annotation annotation = annotations.get(0);
        if (drawing.level() == Level.TERSE || annotation.reason().isEmpty()) {
            String words = drawing.level() == Level.FULL ? annotation.meaning() : Words.sentence(annotation.title());
            sheet.brief(Words.intent(annotation.verdict()), annotation.verdict().words(), words);
            return;
        }
        sheet.verdict(annotation.verdict(), Words.sentence(annotation.title()) + " " + annotation.meaning());
        List<String> here = Words.here(answer.reply(), annotations, Words.general(annotation));
        if (!here.isEmpty()) {
            sheet.entry("Here", String.join(" ", here));
        }
        sheet.entry("Who acts", Words.who(annotation));
        sheet.steps("Fix", annotation.fixes());
        if (annotation.confidence() != Confidence.CERTAIN) {
            sheet.entry("Sure", Words.sure(annotation));
        }
        sheet.entry("Rule", annotation.rule());
    }
}
