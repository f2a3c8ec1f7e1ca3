package dev.smtpsh.render.overview;

import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Words;
import dev.smtpsh.render.text.Sheet;
import dev.smtpsh.render.transcript.Transcript;
import java.time.Duration;
import java.util.List;

/** How long each step took, from connecting on. The operator's own pauses between the steps are left out. */
public final class TimelineView {
    private static final int NUMBER = 3;
    private static final int WHAT = 16;
    private static final int TIME = 8;
    private static final int GAP = 2;
    private static final String BAR = "#";
    private static final String BLOCK = "\u2588";

    private final Drawing drawing;

    public TimelineView(Drawing drawing) {
        this.drawing = drawing;
    }

    public StyledText draw(Transcript transcript) {
        Timeline timeline = Timeline.of(transcript);
        List<Timeline.Step> steps = timeline.steps();
        Sheet sheet = new Sheet(drawing);
        if (steps.isEmpty()) {
            return sheet.line("Nothing was timed yet.").done();
        }
        Duration total = timeline.total();
        if (drawing.tables()) {
            heading(sheet, total);
        }
        Duration before = Duration.ZERO;
        for (int i = 0; i < steps.size(); i++) {
            row(sheet, i + 1, steps.get(i), before, total);
            before = before.plus(steps.get(i).took());
        }
        return slowest(sheet, timeline.slowest().orElseThrow()).done();
    }

    private void heading(Sheet sheet, Duration total) {
        String end = Words.milliseconds(total) + " ms";
        int room = bars(sheet) - "0 ms".length() - end.length();
        String scale = room < 1 ? end : "0 ms" + " ".repeat(room) + end;
        sheet.asIs(new StyledText.Builder()
                .add(
                        Intent.DIM,
                        Cell.right("#", NUMBER) + "  " + Cell.left("what", WHAT) + Cell.right("ms", TIME) + "  "
                                + scale)
                .build());
    }

    private void row(Sheet sheet, int number, Timeline.Step step, Duration before, Duration total) {
        if (!drawing.tables()) {
            sheet.entry(step.what(), Words.milliseconds(step.took()) + " ms");
            return;
        }
        int room = bars(sheet);
        double scale = (double) room / Math.max(1, total.toNanos());
        int start = Math.min(room - 1, (int) (before.toNanos() * scale));
        int length =
                Math.max(1, Math.min(room - start, (int) Math.round(step.took().toNanos() * scale)));
        sheet.asIs(new StyledText.Builder()
                .add(Intent.DIM, Cell.right(String.valueOf(number), NUMBER) + "  ")
                .add(Intent.PLAIN, Cell.left(step.what(), WHAT))
                .add(Intent.PLAIN, Cell.right(Words.milliseconds(step.took()), TIME) + "  ")
                .add(Intent.PLAIN, " ".repeat(start) + (drawing.ascii() ? BAR : BLOCK).repeat(length))
                .build());
    }

    private static int bars(Sheet sheet) {
        return sheet.room() - NUMBER - WHAT - TIME - 2 * GAP;
    }

    private static Sheet slowest(Sheet sheet, Timeline.Step slowest) {
        return sheet.line(
                "Slowest: " + slowest.what() + ", " + Words.milliseconds(slowest.took()) + " ms. " + slowest.meaning());
    }
}
