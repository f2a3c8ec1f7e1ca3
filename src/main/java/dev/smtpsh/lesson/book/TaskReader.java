package dev.smtpsh.lesson.book;

import dev.smtpsh.datafile.Complaint;
import dev.smtpsh.datafile.Datum;
import dev.smtpsh.datafile.Place;
import dev.smtpsh.lesson.Question;
import dev.smtpsh.lesson.Task;
import dev.smtpsh.lesson.proof.Proof;
import dev.smtpsh.practice.scenario.reading.Entry;
import java.util.List;
import java.util.Optional;

/** Reads tasks and questions. */
final class TaskReader {
    private static final List<String> TASK =
            List.of("id", "text", "proof", "after", "question", "done", "hints", "otherwise", "solution", "placement");
    private static final List<String> QUESTION = List.of("text", "choices", "right", "why");
    private static final int HINTS = 3;

    private TaskReader() {}

    static Task task(Datum datum, List<Task> before, List<Complaint> complaints, boolean suspects) {
        Entry entry = Entry.of(datum, TASK, complaints);
        String id = id(entry, before);
        Optional<Question> question = entry.datum("question").map(asked -> question(asked, complaints, suspects));
        List<String> after = entry.words("after");
        for (String name : after) {
            if (before.stream().noneMatch(task -> task.id().equals(name))) {
                Place place = entry.datum("after").orElseThrow().place();
                entry.complain(place, "no task before this one is called `" + name + "`", "name one of those above");
            }
        }
        return new Task(
                id,
                entry.required("text"),
                proof(entry, id, question, complaints),
                after,
                question,
                entry.required("done"),
                hints(entry),
                entry.required("otherwise"),
                solution(entry, question.isPresent()),
                entry.text("placement"));
    }

    private static String id(Entry entry, List<Task> before) {
        String id = entry.required("id");
        boolean taken = before.stream().anyMatch(task -> task.id().equals(id));
        if (!id.isEmpty() && (taken || !id.matches("[a-z0-9-]{1,40}"))) {
            Place place = entry.datum("id").orElseThrow().place();
            entry.complain(
                    place,
                    taken ? "two tasks are called `" + id + "`" : "`id` wants small letters, digits and hyphens",
                    "progress is kept by it: choose one that will last");
        }
        return id;
    }

    private static Proof proof(Entry entry, String id, Optional<Question> question, List<Complaint> complaints) {
        Optional<Datum> datum = entry.datum("proof");
        if (question.isPresent() == datum.isPresent()) {
            entry.complain(
                    entry.place(),
                    "a task wants either `proof` or `question`",
                    "add `proof: {command: RCPT, reply: 250}`");
        }
        return datum.map(value -> ProofReader.read(value, complaints)).orElse(new Proof.Chosen(id));
    }

    private static List<String> hints(Entry entry) {
        List<String> hints = entry.words("hints");
        if (hints.size() != HINTS) {
            Place place = entry.datum("hints").map(Datum::place).orElse(entry.place());
            entry.complain(
                    place, "`hints` wants three, not " + hints.size(), "write a nudge, the command, the exact line");
        }
        return hints;
    }

    // An empty line is a line too: it ends the header of a message.
    private static List<String> solution(Entry entry, boolean asked) {
        Optional<Datum> datum = entry.datum("solution");
        if (datum.isEmpty() || !(datum.get() instanceof Datum.Items items)) {
            if (!asked || datum.isPresent()) {
                entry.complain(
                        datum.map(Datum::place).orElse(entry.place()),
                        "`solution` wants a list of lines",
                        "begin each with `- `");
            }
            return List.of();
        }
        return items.items().stream()
                .map(item -> item instanceof Datum.Text text ? text.value() : "")
                .toList();
    }

    static Question question(Datum datum, List<Complaint> complaints, boolean suspects) {
        Entry entry = Entry.of(datum, QUESTION, complaints);
        List<String> choices = entry.words("choices");
        boolean aboutSuspects = choices.isEmpty() && suspects;
        int right = aboutSuspects ? 0 : entry.number("right").orElse(0);
        if (!aboutSuspects && (choices.size() < 2 || right < 1 || right > choices.size())) {
            entry.complain(
                    entry.place(),
                    "a question wants two or more `choices`, and the number of the `right` one",
                    "for example `right: 2`");
        }
        return new Question(entry.required("text"), choices, right, entry.required("why"));
    }
}
