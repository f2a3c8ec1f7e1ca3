package dev.smtpsh.shell.teach;

import dev.smtpsh.lesson.Lesson;
import dev.smtpsh.lesson.LessonRun;
import dev.smtpsh.lesson.Question;
import dev.smtpsh.render.teaching.LessonView;
import dev.smtpsh.shell.face.Face;
import java.time.Duration;

/** What is shown of lessons. */
final class Blackboard {
    private final Face face;
    private final Route route;

    Blackboard(Face face, Route route) {
        this.face = face;
        this.route = route;
    }

    void list() {
        face.drawn(drawing ->
                new LessonView(drawing).list(route.lessons(), route.logbook().read()));
    }

    void banner(LessonRun run) {
        Lesson lesson = run.lesson();
        int of = route.lessons().size();
        face.drawn(drawing -> route.placing()
                ? new LessonView(drawing).placement(lesson, route.place(lesson), route.places())
                : new LessonView(drawing).banner(lesson, of, run.done()));
    }

    void ask(Question question) {
        face.drawn(drawing -> new LessonView(drawing).question(question));
    }

    void closing(Lesson lesson) {
        face.drawn(drawing -> new LessonView(drawing).closing(lesson));
    }

    /** How it goes on after a lesson. */
    void next() {
        route.next()
                .ifPresentOrElse(
                        next -> face.note("learn goes on with lesson " + next.number() + ": " + next.title()
                                + ". exit leaves; your progress is kept."),
                        () -> face.note("That was the last one. You have done all lessons."));
    }

    void later(Duration by) {
        face.note("The practice server's clock is " + words(by) + " further on.");
    }

    private static String words(Duration length) {
        long minutes = length.toMinutes();
        if (minutes == 0) {
            return length.toSeconds() + " s";
        }
        return minutes % 60 == 0 ? minutes / 60 + " h" : minutes + " min";
    }
}
