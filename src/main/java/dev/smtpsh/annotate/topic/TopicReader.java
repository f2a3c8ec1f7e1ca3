package dev.smtpsh.annotate.topic;

import dev.smtpsh.annotate.Topic;
import dev.smtpsh.annotate.knowledge.RuleEntry;
import dev.smtpsh.datafile.Complaint;
import dev.smtpsh.datafile.DataFile;
import dev.smtpsh.datafile.Datum;
import dev.smtpsh.datafile.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** Reads topic files as {@code docs/rules.md} describes them; every slip becomes a complaint with its place. */
public final class TopicReader {
    private static final List<String> FILE_KEYS = List.of("group", "topics");
    private static final List<String> KEYS =
            List.of("id", "aliases", "title", "summary", "examples", "text", "see-also", "references");
    private static final List<String> NEEDED =
            List.of("id", "title", "summary", "examples", "text", "see-also", "references");
    private static final int MOST_EXAMPLES = 8;
    private static final int MOST_PARAGRAPHS = 5;
    private static final int LONGEST_PARAGRAPH = 600;
    private static final int LONGEST_SUMMARY = 80;

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern CODE = Pattern.compile("[2-5][0-9]{2}");
    private static final Pattern EXAMPLE = Pattern.compile("\\S.*[.:?]  \\S.*");

    private final List<Topic> topics = new ArrayList<>();
    private final List<Complaint> complaints = new ArrayList<>();
    private final Map<String, Place> names = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final List<Datum.Text> related = new ArrayList<>();

    private TopicReader() {}

    /** Reads files in the order of their names; the names are what complaints call them. */
    public static TopicFiles read(SortedMap<String, String> textByName) {
        TopicReader reader = new TopicReader();
        textByName.forEach(reader::readFile);
        reader.checkRelated();
        return new TopicFiles(reader.topics, reader.complaints);
    }

    private void readFile(String name, String text) {
        DataFile data = DataFile.read(name, text);
        complaints.addAll(data.complaints());
        if (data.value().isEmpty()) {
            if (data.complaints().isEmpty()) {
                complaints.add(new Complaint(new Place(name, 1, 1), "the file is empty", "add `group: ...`"));
            }
            return;
        }
        RuleEntry file = RuleEntry.of(data.value().get(), FILE_KEYS, complaints);
        file.need("group", "add `group: HEADING`");
        file.need("topics", "add `topics:` and a list");
        Optional<Datum> list = file.datum("topics");
        if (list.isPresent() && list.get() instanceof Datum.Items items) {
            items.items().forEach(item -> readTopic(item, file.text("group").orElse("")));
        } else if (list.isPresent()) {
            file.complain(list.get().place(), "`topics` wants a list", "begin each topic with `- id:`");
        }
    }

    private void readTopic(Datum datum, String group) {
        int before = complaints.size();
        RuleEntry entry = RuleEntry.of(datum, KEYS, complaints);
        NEEDED.forEach(key -> entry.need(key, "add `" + key + ": ...`"));
        String id = id(entry);
        List<Datum.Text> aliases = entry.has("aliases") ? entry.texts("aliases") : List.of();
        aliases.forEach(alias -> claim(entry, alias.value(), alias.place()));
        checkHeadings(entry);
        checkExamples(entry);
        checkText(entry);
        entry.checkReferences("references");
        related.addAll(entry.texts("see-also"));
        if (complaints.size() == before) {
            topics.add(new Topic(
                    id,
                    aliases.stream().map(Datum.Text::value).toList(),
                    group,
                    entry.text("title").orElse(""),
                    entry.text("summary").orElse(""),
                    entry.words("examples"),
                    entry.words("text"),
                    entry.words("see-also"),
                    entry.words("references")));
        }
    }

    private String id(RuleEntry entry) {
        String id = entry.text("id").orElse("");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            entry.complain(
                    entry.placeOf("id"), "`" + id + "` is no id", "use lower-case words and digits joined by `-`");
        }
        claim(entry, id, entry.placeOf("id"));
        ids.add(id);
        return id;
    }

    private void claim(RuleEntry entry, String name, Place place) {
        if (CODE.matcher(name).matches()) {
            entry.complain(place, "`" + name + "` is a reply code", "choose a name that is none");
        }
        Place first = names.putIfAbsent(TopicBook.fold(name), place);
        if (first != null && !name.isEmpty()) {
            entry.complain(place, "the name `" + name + "` is taken at " + first, "choose another");
        }
    }

    private static void checkHeadings(RuleEntry entry) {
        String title = entry.text("title").orElse("");
        if (title.endsWith(".")) {
            entry.complain(entry.placeOf("title"), "a title is a heading", "drop the full stop");
        }
        String summary = entry.text("summary").orElse("");
        if (summary.endsWith(".") || summary.length() > LONGEST_SUMMARY) {
            String mend = "half a sentence of at most " + LONGEST_SUMMARY + " characters, without a full stop";
            entry.complain(entry.placeOf("summary"), "the summary is too long", mend);
        }
    }

    private static void checkExamples(RuleEntry entry) {
        List<Datum.Text> examples = entry.texts("examples");
        if (examples.size() > MOST_EXAMPLES) {
            entry.complain(
                    entry.placeOf("examples"), "more than " + MOST_EXAMPLES + " examples", "keep those that help most");
        }
        for (Datum.Text example : examples) {
            if (!EXAMPLE.matcher(example.value()).matches()) {
                entry.complain(
                        example.place(),
                        "an example says what it shows, and then what to type",
                        "write a sentence, two spaces and the command");
            }
        }
    }

    private static void checkText(RuleEntry entry) {
        List<Datum.Text> paragraphs = entry.texts("text");
        if (paragraphs.size() > MOST_PARAGRAPHS) {
            entry.complain(entry.placeOf("text"), "more than " + MOST_PARAGRAPHS + " paragraphs", "say it shorter");
        }
        for (Datum.Text paragraph : paragraphs) {
            if (paragraph.value().length() > LONGEST_PARAGRAPH) {
                entry.complain(
                        paragraph.place(),
                        "a paragraph of more than " + LONGEST_PARAGRAPH + " characters",
                        "say it shorter, or in two");
            }
        }
    }

    private void checkRelated() {
        for (Datum.Text text : related) {
            if (!ids.contains(text.value()) && !CODE.matcher(text.value()).matches()) {
                String title = "`" + text.value() + "` is no topic";
                complaints.add(new Complaint(text.place(), title, RuleEntry.hint(text.value(), ids)));
            }
        }
    }
}
