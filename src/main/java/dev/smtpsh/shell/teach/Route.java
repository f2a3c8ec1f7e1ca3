package dev.smtpsh.shell.teach;

import dev.smtpsh.lesson.Lesson;
import dev.smtpsh.lesson.progress.Logbook;
import dev.smtpsh.lesson.progress.Mark;
import dev.smtpsh.lesson.progress.Mark.Passing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which lesson comes when: all of them in order, or one task of each chapter to find out what is known. */
final class Route {
    private final Syllabus syllabus;
    private List<Lesson> placement = List.of();
    private Set<String> chapters = Set.of();

    Route(Syllabus syllabus) {
        this.syllabus = syllabus;
    }

    List<Lesson> lessons() {
        return syllabus.lessons().get();
    }

    Logbook logbook() {
        return syllabus.logbook();
    }

    Optional<Lesson> numbered(int number) {
        return lessons().stream().filter(lesson -> lesson.number() == number).findFirst();
    }

    /** Where to go on. */
    Optional<Lesson> next() {
        return logbook().read().next(lessons());
    }

    /** Begins to find out what is known. */
    Optional<Lesson> place() {
        List<Lesson> tests = new ArrayList<>();
        lessons().forEach(lesson -> lesson.asPlacement().ifPresent(tests::add));
        placement = tests;
        chapters = new HashSet<>();
        return placement.stream().findFirst();
    }

    boolean placing() {
        return !placement.isEmpty();
    }

    /** The number of a placement task, from 1. */
    int place(Lesson lesson) {
        return placement.indexOf(lesson) + 1;
    }

    /** How many placement tasks there are. */
    int places() {
        return placement.size();
    }

    /** The next placement task; empty when all are through. */
    Optional<Lesson> nextPlace(Lesson lesson) {
        int at = placement.indexOf(lesson) + 1;
        if (at < placement.size()) {
            return Optional.of(placement.get(at));
        }
        placement = List.of();
        return Optional.empty();
    }

    void endPlacing() {
        placement = List.of();
    }

    /** A chapter is known: its lessons are not asked for any more. */
    Optional<String> known(String chapter) {
        chapters.add(chapter);
        Optional<String> trouble = Optional.empty();
        for (Lesson lesson : lessons()) {
            Mark mark = logbook().read().of(lesson);
            if (lesson.chapter().equals(chapter) && !mark.settled(lesson)) {
                trouble = logbook().mark(lesson.number(), mark.passed(Passing.PLACED));
            }
        }
        return trouble;
    }

    /** How many chapters have turned out to be known. */
    int known() {
        return chapters.size();
    }
}
