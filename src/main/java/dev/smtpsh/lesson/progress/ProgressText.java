package dev.smtpsh.lesson.progress;

import dev.smtpsh.datafile.Complaint;
import dev.smtpsh.datafile.DataFile;
import dev.smtpsh.datafile.Datum;
import dev.smtpsh.datafile.Place;
import dev.smtpsh.practice.scenario.reading.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Progress as a text: JSON, which is YAML too.
 *
 * @param progress present only without complaints
 */
public record ProgressText(Optional<Progress> progress, List<Complaint> complaints) {
    /** The form of the text; a newer one is not read. */
    public static final int FORM = 1;

    private static final List<String> KEYS = List.of("form", "last", "lessons");
    private static final List<String> MARK = List.of("version", "done", "hints", "passing");
    private static final Map<String, Mark.Passing> PASSINGS =
            Map.of("no", Mark.Passing.NO, "skipped", Mark.Passing.SKIPPED, "placed", Mark.Passing.PLACED);

    public ProgressText {
        complaints = List.copyOf(complaints);
    }

    public static String write(Progress progress) {
        StringBuilder text =
                new StringBuilder("{\"form\": " + FORM + ", \"last\": " + progress.last() + ", \"lessons\": {");
        String separator = "\n";
        for (Map.Entry<Integer, Mark> entry : progress.marks().entrySet()) {
            Mark mark = entry.getValue();
            text.append(separator).append("  \"").append(entry.getKey()).append("\": {\"version\": ");
            text.append(mark.version()).append(", \"done\": [").append(quoted(mark.done()));
            text.append("], \"hints\": ").append(mark.hints()).append(", \"passing\": \"");
            text.append(mark.passing().name().toLowerCase(Locale.ROOT)).append("\"}");
            separator = ",\n";
        }
        return text.append("\n}}\n").toString();
    }

    // Ids are small letters, digits and hyphens: nothing to escape.
    private static String quoted(Set<String> ids) {
        return String.join(
                ", ", new TreeSet<>(ids).stream().map(id -> "\"" + id + "\"").toList());
    }

    /** Reads what {@link #write} has written. {@code file} is what complaints call it. */
    public static ProgressText read(String file, String text) {
        DataFile data = DataFile.read(file, text);
        List<Complaint> complaints = new ArrayList<>(data.complaints());
        if (data.value().isEmpty() && complaints.isEmpty()) {
            complaints.add(new Complaint(new Place(file, 1, 1), "the file is empty", "remove it"));
        }
        Optional<Progress> progress = data.value().map(datum -> progress(datum, complaints));
        return new ProgressText(complaints.isEmpty() ? progress : Optional.empty(), complaints);
    }

    private static Progress progress(Datum datum, List<Complaint> complaints) {
        Entry entry = Entry.of(datum, KEYS, complaints);
        String form = entry.required("form");
        if (!form.isEmpty() && !form.equals(Integer.toString(FORM))) {
            Place place = entry.datum("form").orElseThrow().place();
            entry.complain(place, "form " + form + " is not known here", "a newer smtpsh wrote it; use that one");
            return Progress.NONE;
        }
        SortedMap<Integer, Mark> marks = new TreeMap<>();
        if (entry.datum("lessons").isPresent() && entry.datum("lessons").get() instanceof Datum.Fields fields) {
            for (Datum.Field field : fields.fields()) {
                Optional<Integer> number = Entry.positive(field.key());
                if (number.isEmpty()) {
                    entry.complain(field.place(), "`" + field.key() + "` is no number of a lesson", "remove the line");
                }
                Mark mark = mark(Entry.of(field.value(), MARK, complaints));
                number.ifPresent(known -> marks.put(known, mark));
            }
        } else {
            entry.complain(entry.place(), "`lessons` is missing", "remove the file");
        }
        return new Progress(marks, entry.text("last").flatMap(Entry::positive).orElse(0));
    }

    private static Mark mark(Entry entry) {
        String hints = entry.text("hints").orElse("0");
        return new Mark(
                entry.number("version").orElse(1),
                Set.copyOf(entry.words("done")),
                hints.matches("[0-9]{1,6}") ? Integer.parseInt(hints) : 0,
                entry.choice("passing", PASSINGS).orElse(Mark.Passing.NO));
    }
}
