package dev.smtpsh.render.text;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.render.Level;
import dev.smtpsh.render.Words;
import java.util.List;

/** All that an annotation tells. */
final class Story {
    // What is further down the list is ever less likely.
    private static final int MOST_OTHERS = 3;

    private Story() {}

    static void of(Annotation annotation, Sheet sheet) {
        sheet.verdict(annotation.verdict(), Words.sentence(annotation.title()) + " " + annotation.meaning());
        below(annotation, sheet);
    }

    /** Below a heading that says the title. */
    static void untitled(Annotation annotation, Sheet sheet) {
        sheet.verdict(annotation.verdict(), annotation.meaning());
        below(annotation, sheet);
    }

    private static void below(Annotation annotation, Sheet sheet) {
        annotation.deliverability().ifPresent(words -> sheet.entry("Delivery", words));
        sheet.entry("Who acts", Words.who(annotation));
        sheet.steps("Fix", annotation.fixes());
        sheet.entry("Again", Words.retry(annotation.retry(), annotation.retryAfter()));
        if (annotation.suppress()) {
            sheet.entry("Address", "Send nothing more to it.");
        }
        annotation.provider().ifPresent(name -> sheet.entry("Wording", "of " + name));
        sheet.entry("Sure", annotation.confidence().label());
        sheet.entry("Rule", Words.matched(annotation));
        if (!annotation.references().isEmpty()) {
            sheet.entry("Read", String.join(", ", annotation.references()));
        }
        sheet.entry("Reference", annotation.page());
    }

    /** What else it could be: all but the first. */
    static void others(List<Annotation> annotations, Sheet sheet) {
        if (annotations.size() < 2) {
            return;
        }
        sheet.blank();
        sheet.line("It could also be:");
        boolean full = sheet.drawing().level() == Level.FULL;
        int end = full ? annotations.size() : Math.min(annotations.size(), 1 + MOST_OTHERS);
        for (Annotation annotation : annotations.subList(1, end)) {
            String words = Words.sentence(annotation.title()) + " " + annotation.meaning();
            sheet.entry(annotation.confidence().label(), words + " [" + annotation.rule() + "]");
        }
        if (end < annotations.size()) {
            sheet.entry("More", "verbosity full shows " + (annotations.size() - end) + " more");
        }
    }
}
