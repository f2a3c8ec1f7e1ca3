package dev.smtpsh.render.text;

import dev.smtpsh.annotate.Verdict;
import dev.smtpsh.render.Columns;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.Level;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Words;
import dev.smtpsh.render.Wrap;
import java.util.List;

/** Our own lines, in the form that the drawing wants: beside a gutter, below labels, or to be read aloud. */
public final class Sheet {
    private static final String GUTTER = "   | ";
    public static final int LABEL = 11;
    private static final String NARROW_INDENT = "  ";

    private final Drawing drawing;
    private final StyledText.Builder out = new StyledText.Builder();

    public Sheet(Drawing drawing) {
        this.drawing = drawing;
    }

    public Drawing drawing() {
        return drawing;
    }

    /** Columns for text beside a gutter. */
    public int room() {
        return drawing.proseWidth() - (drawing.accessible() ? 0 : GUTTER.length());
    }

    /** An empty line, where lines are for looking at. */
    public Sheet blank() {
        if (!drawing.accessible()) {
            out.add(Intent.DIM, GUTTER.stripTrailing()).endLine();
        }
        return this;
    }

    /** Text without a label. */
    public Sheet line(String text) {
        for (String line : Wrap.lines(drawing.visible(text), room())) {
            gutter();
            out.add(Intent.PLAIN, line).endLine();
        }
        return this;
    }

    /** Text that must keep its columns; the caller has seen to it that it fits. */
    public Sheet asIs(StyledText text) {
        gutter();
        out.add(text).endLine();
        return this;
    }

    /** Something that is drawn already. */
    Sheet drawn(StyledText text) {
        out.add(text);
        return this;
    }

    /** A label and its text. */
    public Sheet entry(String label, String text) {
        return entry(Intent.PLAIN, label, "", text, Wrapping.PROSE);
    }

    /** A label and advice, at whose end a command may stand. */
    public Sheet advice(String label, String text) {
        return steps(label, List.of(text));
    }

    /** A label and steps, counted if there is more than one. */
    public Sheet steps(String label, List<String> steps) {
        for (int i = 0; i < steps.size(); i++) {
            String count = steps.size() > 1 ? i + 1 + ". " : "";
            boolean labelled = i == 0 || drawing.accessible();
            entry(Intent.PLAIN, labelled ? label : "", count, steps.get(i), Wrapping.ADVICE);
        }
        return this;
    }

    /** The word of a verdict as the label, and what it means. */
    Sheet verdict(Verdict verdict, String text) {
        return outcome(Words.intent(verdict), verdict.words(), text);
    }

    /** As {@link #verdict}, for one visible line whose columns count; the caller has seen to it that it fits. */
    Sheet exact(Verdict verdict, String line) {
        gutter();
        out.add(Words.intent(verdict), verdict.words());
        if (drawing.tables()) {
            out.add(Intent.PLAIN, " ".repeat(Math.max(1, LABEL - verdict.words().length())));
        } else {
            out.endLine();
            gutter();
            out.add(Intent.PLAIN, NARROW_INDENT);
        }
        out.add(Intent.PLAIN, line).endLine();
        return this;
    }

    /** Columns before a text that has a label. */
    int indent() {
        return drawing.tables() ? LABEL : NARROW_INDENT.length();
    }

    /** A word that tells how it went as the label, and what it means. */
    public Sheet outcome(Intent intent, String words, String text) {
        if (drawing.accessible()) {
            return aloud("Meaning", intent, words + (text.isEmpty() ? "." : ". "), text, Wrapping.PROSE);
        }
        return entry(intent, words, "", text, Wrapping.PROSE);
    }

    /** As {@link #outcome}, its text right after the word. */
    public Sheet brief(Intent intent, String words, String text) {
        if (drawing.accessible()) {
            return outcome(intent, words, text);
        }
        String gap = drawing.level() == Level.TERSE ? " " : "  ";
        int indent = Columns.of(words) + gap.length();
        List<String> lines = Wrap.lines(drawing.visible(text), room() - indent);
        for (int i = 0; i < lines.size(); i++) {
            gutter();
            out.add(intent, i == 0 ? words : " ".repeat(Columns.of(words)));
            out.add(Intent.PLAIN, (gap + lines.get(i)).stripTrailing()).endLine();
        }
        return this;
    }

    /** A label and its text, and at the right end of the same line, if it fits, a mark. */
    public Sheet entry(String label, String text, String mark) {
        int left = drawing.tables() ? LABEL + Columns.of(text) : 0;
        int gap = room() - left - Columns.of(mark);
        return left > 0 && gap >= 2 ? entry(label, text + " ".repeat(gap) + mark) : entry(label, text + "  " + mark);
    }

    public StyledText done() {
        return out.build();
    }

    private Sheet entry(Intent intent, String label, String count, String text, Wrapping wrapping) {
        if (drawing.accessible()) {
            return aloud(label, Intent.PLAIN, count, text, wrapping);
        }
        boolean beside = drawing.tables();
        if (!beside && !label.isEmpty()) {
            gutter();
            out.add(intent, label).endLine();
            if (text.isEmpty()) {
                return this;
            }
        }
        String indent = beside ? " ".repeat(LABEL) : NARROW_INDENT;
        String hang = " ".repeat(count.length());
        List<String> lines = wrapping.lines(drawing.visible(text), room() - indent.length() - hang.length());
        for (int i = 0; i < lines.size(); i++) {
            gutter();
            boolean labelled = i == 0 && beside;
            out.add(intent, labelled ? label : "");
            String before = labelled ? " ".repeat(Math.max(1, LABEL - label.length())) : indent;
            out.add(Intent.PLAIN, (before + (i == 0 ? count : hang) + lines.get(i)).stripTrailing())
                    .endLine();
        }
        return this;
    }

    private Sheet aloud(String label, Intent intent, String first, String text, Wrapping wrapping) {
        String start = label.isEmpty() ? "" : label + ": ";
        List<String> lines = wrapping.lines(start + first + drawing.visible(text), room());
        String opening = lines.get(0);
        if (opening.length() >= start.length() + first.length()) {
            out.add(Intent.PLAIN, start).add(intent, first);
            opening = opening.substring(start.length() + first.length());
        }
        out.add(Intent.PLAIN, opening).endLine();
        for (String line : lines.subList(1, lines.size())) {
            out.add(Intent.PLAIN, line).endLine();
        }
        return this;
    }

    /** How a text becomes lines. */
    private enum Wrapping {
        PROSE,
        ADVICE;

        List<String> lines(String text, int columns) {
            return this == ADVICE ? Wrap.advice(text, columns) : Wrap.lines(text, columns);
        }
    }

    private void gutter() {
        if (!drawing.accessible()) {
            out.add(Intent.DIM, GUTTER);
        }
    }
}
