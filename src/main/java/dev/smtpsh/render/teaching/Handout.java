package dev.smtpsh.render.teaching;

import dev.smtpsh.lesson.Lesson;
import dev.smtpsh.lesson.Question;
import dev.smtpsh.lesson.Task;
import dev.smtpsh.render.Words;
import java.util.List;

/** A lesson as a page to print, in Markdown: for the learner, and at its end for the teacher. */
public final class Handout {
    private final StringBuilder page = new StringBuilder();

    private Handout() {}

    /** The page of a lesson. */
    public static String of(Lesson lesson) {
        Handout handout = new Handout();
        handout.learner(lesson);
        handout.teacher(lesson);
        return handout.page.toString();
    }

    private void learner(Lesson lesson) {
        line("<!-- made from the lesson's file; see ../lessons.md -->");
        line("# Lesson " + lesson.number() + ": " + lesson.title());
        blank();
        line(Words.sentence(lesson.topic() + ", about " + lesson.minutes() + " minutes") + " Begin with `smtpsh learn "
                + lesson.number() + "`.");
        blank();
        line(escaped(lesson.goal()));
        blank();
        line("## Tasks");
        blank();
        for (Task task : lesson.tasks()) {
            line("- [ ] " + escaped(task.text()));
        }
        blank();
        line(
                "`hint` helps a little more each time, `solution` puts the lines on your prompt, `goal` shows the tasks again.");
        blank();
        line("## To keep");
        blank();
        lesson.summary().forEach(one -> line("- " + escaped(one)));
        blank();
        line(escaped(lesson.world()));
        blank();
        line("## Question");
        blank();
        question(lesson.question(), lesson);
    }

    private void teacher(Lesson lesson) {
        blank();
        line("## For the teacher");
        blank();
        line("Server: "
                + String.join(
                        ", ",
                        lesson.suspects().stream()
                                .map(one -> "`" + one.scenario() + "`")
                                .toList())
                + (lesson.suspects().size() > 1 ? "; another one each time, `--seed N` keeps it." : "."));
        for (Task task : lesson.tasks()) {
            blank();
            line("**" + escaped(task.text()) + "**");
            blank();
            task.question().ifPresent(question -> question(question, lesson));
            if (!task.solution().isEmpty()) {
                line("```text");
                task.solution().forEach(this::line);
                line("```");
            }
            task.question().ifPresent(question -> answer(question));
        }
        blank();
        line("**Question**");
        blank();
        answer(lesson.question());
    }

    private void question(Question question, Lesson lesson) {
        line(escaped(question.text()));
        blank();
        List<String> choices = question.choices().isEmpty()
                ? question.about(lesson.suspects(), 0).choices()
                : question.choices();
        for (int i = 0; i < choices.size(); i++) {
            line(i + 1 + ". " + escaped(choices.get(i)));
        }
        if (question != lesson.question()) {
            blank();
        }
    }

    private void answer(Question question) {
        String number = question.right() == 0 ? "It depends on the server. " : "Number " + question.right() + ". ";
        line(number + escaped(question.why()));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private void blank() {
        page.append('\n');
    }

    // Addresses in angle brackets would be read as links, and stars as emphasis.
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("<", "\\<")
                .replace("*", "\\*")
                .replace("_", "\\_");
    }
}
