package dev.smtpsh.render.text;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Explanation;
import dev.smtpsh.annotate.Explanation.AtStage;
import dev.smtpsh.annotate.Explanation.Definition;
import dev.smtpsh.annotate.Explanation.Digit;
import dev.smtpsh.annotate.Explanation.Explained;
import dev.smtpsh.annotate.Explanation.Listing;
import dev.smtpsh.annotate.Explanation.NotUnderstood;
import dev.smtpsh.annotate.Explanation.Subject;
import dev.smtpsh.annotate.Explanation.Term;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page that answers {@code explain}. */
public final class ExplanationView {
    private final Drawing drawing;

    public ExplanationView(Drawing drawing) {
        this.drawing = drawing;
    }

    public StyledText draw(Explanation explanation) {
        if (explanation instanceof Explained explained) {
            return page(explained);
        }
        if (explanation instanceof Term term) {
            return term(term.meanings());
        }
        if (explanation instanceof Subject subject) {
            return term(subject.meanings()).plus(new TopicView(drawing).draw(subject.topic()));
        }
        if (explanation instanceof Listing listing) {
            return new TopicView(drawing).list(listing.topics());
        }
        if (explanation instanceof NotUnderstood unclear) {
            String what = "cannot explain " + unclear.input();
            return new NoteView(drawing).complaint(what, unclear.why(), unclear.mend());
        }
        throw new IllegalArgumentException("no explanation: " + explanation);
    }

    private StyledText term(List<Definition> meanings) {
        Sheet sheet = new Sheet(drawing);
        for (Definition meaning : meanings) {
            sheet.entry("Written", meaning.form());
            sheet.entry("For", meaning.purpose());
            sheet.entry("Read", meaning.source());
        }
        return sheet.done();
    }

    private StyledText page(Explained explained) {
        Sheet sheet = new Sheet(drawing);
        Annotation best = explained.annotations().get(0);
        boolean titled = heading(sheet, explained, best);
        if (!explained.defined()) {
            sheet.line("smtpsh knows nothing of exactly this; what follows is what its form says.");
        }
        if (titled) {
            Story.untitled(best, sheet);
        } else {
            Story.of(best, sheet);
        }
        digits(sheet, explained.digits());
        stages(sheet, explained.stages());
        Story.others(explained.annotations(), sheet);
        return sheet.done();
    }

    // A pasted reply is shown again, so that it is clear what was read. Gives whether the title is said.
    private boolean heading(Sheet sheet, Explained explained, Annotation best) {
        if (drawing.accessible()) {
            sheet.entry("Page", explained.input());
            return false;
        }
        StyledText.Builder heading = new StyledText.Builder();
        heading.add(Intent.CODE, drawing.visible(oneLine(explained.input())));
        boolean bare = explained.input().length() <= Sheet.LABEL;
        heading.add(Intent.STRONG, bare ? "  " + drawing.visible(best.title()) : "");
        sheet.drawn(heading.endLine().build());
        return bare;
    }

    private static String oneLine(String input) {
        for (int i = 0; i < input.length(); i++) {
            if (input.charAt(i) < ' ' || input.charAt(i) > '~') {
                return input.replaceAll("\\R", " / ");
            }
        }
        return input;
    }

    private static void digits(Sheet sheet, List<Digit> digits) {
        if (!digits.isEmpty()) {
            sheet.blank();
            for (Digit digit : digits) {
                sheet.entry(digit.part(), digit.meaning());
            }
        }
    }

    private static void stages(Sheet sheet, List<AtStage> stages) {
        if (stages.isEmpty()) {
            return;
        }
        sheet.blank();
        sheet.line("At one of these moments it means something of its own:");
        for (List<AtStage> alike : byRule(stages)) {
            Annotation there = alike.get(0).annotation();
            String words = Words.sentence(there.title()) + " " + there.meaning() + " [" + there.rule() + "]";
            if (alike.size() == 1) {
                sheet.entry(alike.get(0).stage().label(), words);
            } else {
                sheet.entry("several", Words.sentence(labels(alike)) + " " + words);
            }
        }
    }

    private static Collection<List<AtStage>> byRule(List<AtStage> stages) {
        Map<String, List<AtStage>> byRule = new LinkedHashMap<>();
        for (AtStage stage : stages) {
            String rule = stage.annotation().rule();
            if (!byRule.containsKey(rule)) {
                byRule.put(rule, new ArrayList<>());
            }
            byRule.get(rule).add(stage);
        }
        return byRule.values();
    }

    private static String labels(List<AtStage> stages) {
        StringBuilder labels = new StringBuilder();
        for (AtStage stage : stages) {
            labels.append(labels.isEmpty() ? "" : ", ").append(stage.stage().label());
        }
        return labels.toString();
    }
}
