package dev.smtpsh.render.teaching;

import dev.smtpsh.lesson.Lesson;
import dev.smtpsh.lesson.Question;
import dev.smtpsh.lesson.Task;
import dev.smtpsh.lesson.progress.Progress;
import dev.smtpsh.render.Columns;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Words;
import dev.smtpsh.render.Wrap;
import java.util.List;
import java.util.Set;

/** What a learner sees of a lesson besides the conversation. No server can say it, so it stands without a gutter. */
public final class LessonView {
    private static final int LABEL = 7;
    private static final int WIDEST = 79;
    private static final String WORDS = "hint  solution  restart  skip  goal";

    private final Drawing drawing;
    private final StyledText.Builder out = new StyledText.Builder();

    public LessonView(Drawing drawing) {
        this.drawing = drawing;
    }

    /** Title, goal, tasks, and the words that help. */
    public StyledText banner(Lesson lesson, int of, Set<String> done) {
        head("Lesson " + lesson.number() + " of " + of + ": " + lesson.title(), lesson.topic(), lesson.minutes());
        entry("Goal", lesson.goal());
        for (int i = 0; i < lesson.tasks().size(); i++) {
            task(i, lesson.tasks().get(i), done.contains(lesson.tasks().get(i).id()));
        }
        entry("Words", drawing.accessible() ? WORDS.replace("  ", ", ") + "." : WORDS);
        return out.build();
    }

    /** One question of a placement. */
    public StyledText placement(Lesson lesson, int number, int of) {
        head("Placement " + number + " of " + of + ": " + lesson.chapter(), lesson.topic(), lesson.minutes());
        entry("Task", Words.sentence(lesson.tasks().get(0).text()));
        entry("Words", "skip");
        return out.build();
    }

    /** A question and its choices. */
    public StyledText question(Question question) {
        entry("Quiz", question.text());
        for (int i = 0; i < question.choices().size(); i++) {
            numbered(i + 1, question.choices().get(i));
        }
        entry("", "Type the number of your answer.");
        return out.build();
    }

    /** The end of a lesson: what is worth keeping. */
    public StyledText closing(Lesson lesson) {
        entry("", "");
        line(Intent.OK, "Lesson " + lesson.number() + " is done: " + lesson.title());
        lesson.summary().forEach(one -> item("-", one));
        entry("In use", lesson.world());
        return out.build();
    }

    /** All lessons and how it stands with them. */
    public StyledText list(List<Lesson> lessons, Progress progress) {
        for (Lesson lesson : lessons) {
            String words = progress.words(lesson);
            if (drawing.accessible() || drawing.width() < WIDEST) {
                line(
                        Intent.PLAIN,
                        lesson.number() + ". " + lesson.title() + ", " + lesson.topic() + ", " + lesson.minutes()
                                + " min: " + words);
            } else {
                line(
                        Intent.PLAIN,
                        String.format(
                                "%2d  %-22s %-26s %2d min  %s",
                                lesson.number(), lesson.title(), lesson.topic(), lesson.minutes(), words));
            }
        }
        String next = progress.next(lessons)
                .map(lesson -> " learn goes on with lesson " + lesson.number() + ".")
                .orElse("");
        line(Intent.PLAIN, progress.complete(lessons) + " of " + lessons.size() + " done." + next);
        return out.build();
    }

    private void head(String title, String topic, int minutes) {
        String right = topic + "   about " + minutes + " minutes";
        int gap = width() - Columns.of(title) - Columns.of(right);
        if (drawing.accessible() || gap < 3) {
            line(Intent.STRONG, title);
            line(Intent.PLAIN, Words.sentence(topic + ", about " + minutes + " minutes"));
        } else {
            out.add(Intent.STRONG, title)
                    .add(Intent.PLAIN, " ".repeat(gap) + right)
                    .endLine();
        }
    }

    private void task(int index, Task task, boolean done) {
        if (drawing.accessible()) {
            line(Intent.PLAIN, "Task " + (index + 1) + ", " + (done ? "done" : "open") + ": " + task.text());
            return;
        }
        String mark = (done ? "[x] " : "[ ] ") + (index + 1) + "  ";
        hanging(index == 0 ? "Tasks" : "", mark, task.text());
    }

    private void numbered(int number, String text) {
        if (drawing.accessible()) {
            line(Intent.PLAIN, number + ": " + text);
        } else {
            hanging("", String.format("%2d  ", number), text);
        }
    }

    private void item(String mark, String text) {
        if (drawing.accessible()) {
            line(Intent.PLAIN, text);
        } else {
            hanging("", mark + " ", text);
        }
    }

    private void entry(String label, String text) {
        if (drawing.accessible()) {
            line(Intent.PLAIN, label.isEmpty() ? text : label + ": " + text);
        } else {
            hanging(label, "", text);
        }
    }

    private void hanging(String label, String mark, String text) {
        String indent = " ".repeat(LABEL);
        List<String> lines = Wrap.advice(drawing.visible(text), width() - LABEL - mark.length());
        for (int i = 0; i < lines.size(); i++) {
            String before =
                    i == 0 ? label + " ".repeat(LABEL - label.length()) + mark : indent + " ".repeat(mark.length());
            out.add(Intent.PLAIN, (before + lines.get(i)).stripTrailing()).endLine();
        }
    }

    private void line(Intent intent, String text) {
        for (String one : Wrap.lines(drawing.visible(text), width())) {
            out.add(intent, one).endLine();
        }
    }

    private int width() {
        return Math.min(WIDEST, drawing.proseWidth());
    }
}
