package dev.smtpsh.lesson.book;

import dev.smtpsh.datafile.Complaint;
import dev.smtpsh.datafile.DataFile;
import dev.smtpsh.datafile.Datum;
import dev.smtpsh.datafile.Place;
import dev.smtpsh.lesson.Lesson;
import dev.smtpsh.lesson.Question;
import dev.smtpsh.lesson.Task;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import dev.smtpsh.practice.scenario.reading.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The result of reading a lesson: the lesson, or what is wrong with it.
 *
 * @param lesson present only without complaints
 * @param complaints in the order of their places
 */
public record LessonFile(Optional<Lesson> lesson, List<Complaint> complaints) {
    private static final List<String> KEYS = List.of(
            "number",
            "version",
            "title",
            "topic",
            "chapter",
            "minutes",
            "scenario",
            "suspects",
            "explained",
            "goal",
            "tasks",
            "summary",
            "world",
            "question");
    private static final List<String> SUSPECT = List.of("scenario", "words");
    private static final int SUMMARY = 3;

    public LessonFile {
        complaints = complaints.stream()
                .sorted(Comparator.comparingInt(
                                (Complaint complaint) -> complaint.where().line())
                        .thenComparingInt(complaint -> complaint.where().column()))
                .toList();
    }

    /** Reads a lesson. {@code file} is what complaints call it. */
    public static LessonFile read(String file, String text) {
        DataFile data = DataFile.read(file, text);
        List<Complaint> complaints = new ArrayList<>(data.complaints());
        if (data.value().isEmpty() && complaints.isEmpty()) {
            complaints.add(new Complaint(new Place(file, 1, 1), "the file is empty", "add `number: 1`"));
        }
        Optional<Lesson> lesson = data.value().map(datum -> lesson(Entry.of(datum, KEYS, complaints), complaints));
        return new LessonFile(complaints.isEmpty() ? lesson : Optional.empty(), complaints);
    }

    private static Lesson lesson(Entry entry, List<Complaint> complaints) {
        List<Lesson.Suspect> suspects = suspects(entry, complaints);
        return new Lesson(
                number(entry, "number"),
                number(entry, "version"),
                entry.required("title"),
                entry.required("topic"),
                entry.required("chapter"),
                number(entry, "minutes"),
                suspects,
                entry.flag("explained").orElse(true),
                entry.required("goal"),
                tasks(entry, complaints, suspects.size() > 1),
                summary(entry),
                entry.required("world"),
                question(entry, complaints, suspects.size() > 1));
    }

    private static int number(Entry entry, String key) {
        if (entry.datum(key).isEmpty()) {
            entry.required(key);
        }
        return entry.number(key).orElse(1);
    }

    private static List<Lesson.Suspect> suspects(Entry entry, List<Complaint> complaints) {
        Optional<String> scenario = entry.text("scenario");
        Optional<Datum> several = entry.datum("suspects");
        if (scenario.isPresent() == several.isPresent()) {
            entry.complain(entry.place(), "one of `scenario` and `suspects` is wanted", "write `scenario: normal`");
            return List.of();
        }
        if (scenario.isPresent()) {
            return List.of(suspect(entry, scenario.get(), ""));
        }
        if (!(several.get() instanceof Datum.Items items) || items.items().size() < 2) {
            entry.complain(several.get().place(), "`suspects` wants a list of two or more", "begin with `- scenario:`");
            return List.of();
        }
        return items.items().stream()
                .map(item -> Entry.of(item, SUSPECT, complaints))
                .map(one -> suspect(one, one.required("scenario"), one.required("words")))
                .toList();
    }

    private static Lesson.Suspect suspect(Entry entry, String scenario, String words) {
        if (!scenario.isEmpty() && !ShippedScenarios.names().contains(scenario)) {
            String mend = ShippedScenarios.nearest(scenario)
                    .map(near -> "did you mean `" + near + "`?")
                    .orElse("`smtpsh practice --list` tells them");
            Place place = entry.datum("scenario").orElseThrow().place();
            entry.complain(place, "no scenario is called `" + scenario + "`", mend);
        }
        return new Lesson.Suspect(scenario, words);
    }

    private static List<Task> tasks(Entry entry, List<Complaint> complaints, boolean suspects) {
        Optional<Datum> datum = entry.datum("tasks");
        if (datum.isEmpty()
                || !(datum.get() instanceof Datum.Items items)
                || items.items().isEmpty()) {
            entry.complain(
                    datum.map(Datum::place).orElse(entry.place()),
                    "`tasks` wants a list of one or more",
                    "begin each with `- id:`");
            return List.of();
        }
        List<Task> tasks = new ArrayList<>();
        for (Datum item : items.items()) {
            tasks.add(TaskReader.task(item, tasks, complaints, suspects));
        }
        return tasks;
    }

    private static List<String> summary(Entry entry) {
        List<String> lines = entry.words("summary");
        if (lines.size() != SUMMARY) {
            Place place = entry.datum("summary").map(Datum::place).orElse(entry.place());
            entry.complain(place, "`summary` wants three lines, not " + lines.size(), "begin each with `- `");
        }
        return lines;
    }

    private static Question question(Entry entry, List<Complaint> complaints, boolean suspects) {
        Optional<Datum> datum = entry.datum("question");
        if (datum.isEmpty()) {
            entry.complain(entry.place(), "`question` is missing", "add `question:` with text, choices, right, why");
            return new Question("", List.of(), 1, "");
        }
        return TaskReader.question(datum.get(), complaints, suspects);
    }
}
