package dev.smtpsh.render.text;

import dev.smtpsh.annotate.Topic;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Words;
import dev.smtpsh.render.Wrap;
import java.util.List;

/** A topic, what to type first; and the list of them. */
public final class TopicView {
    private static final int NAME = 23;

    private final Drawing drawing;

    public TopicView(Drawing drawing) {
        this.drawing = drawing;
    }

    public StyledText draw(Topic topic) {
        Sheet sheet = new Sheet(drawing);
        heading(sheet, topic.title());
        sheet.steps("Try", topic.examples());
        for (String paragraph : topic.paragraphs()) {
            sheet.blank();
            sheet.line(paragraph);
        }
        sheet.blank();
        if (!topic.related().isEmpty()) {
            sheet.entry("See also", String.join(", ", topic.related()));
        }
        sheet.entry("Read", String.join(", ", topic.references()));
        sheet.entry("Reference", topic.page());
        return sheet.done();
    }

    /** Names and summaries by group. */
    public StyledText list(List<Topic> topics) {
        Sheet sheet = new Sheet(drawing);
        String group = "";
        for (Topic topic : topics) {
            if (!topic.group().equals(group)) {
                group = topic.group();
                heading(sheet, group);
            }
            row(sheet, topic);
        }
        sheet.blank();
        return sheet.line("explain greylisting shows one of them.").done();
    }

    private void row(Sheet sheet, Topic topic) {
        if (!drawing.tables()) {
            sheet.line(topic.id() + ": " + Words.sentence(topic.summary()));
            return;
        }
        String name = String.format("%-" + NAME + "s  ", drawing.visible(topic.id()));
        for (String words : Wrap.lines(drawing.visible(topic.summary()), sheet.room() - name.length())) {
            sheet.asIs(new StyledText.Builder().add(Intent.PLAIN, name + words).build());
            name = " ".repeat(name.length());
        }
    }

    private void heading(Sheet sheet, String words) {
        if (drawing.accessible()) {
            sheet.line(Words.sentence(words));
        } else {
            sheet.drawn(new StyledText.Builder()
                    .add(Intent.STRONG, drawing.visible(words))
                    .endLine()
                    .build());
        }
    }
}
