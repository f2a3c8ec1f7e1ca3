package dev.smtpsh.annotate.knowledge;

import dev.smtpsh.datafile.Complaint;
import dev.smtpsh.datafile.Datum;
import dev.smtpsh.datafile.Place;
import dev.smtpsh.smtp.command.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A mapping in a rule or topic file, read key by key; what is wrong becomes a complaint and reads as absent. */
public final class RuleEntry {
    private static final Pattern REFERENCE =
            Pattern.compile("RFC [1-9][0-9]{2,4}( [0-9A-Z]+(\\.[0-9]+)*)?|https?://\\S+");

    private final Datum.Fields fields;
    private final List<Complaint> complaints;

    // Keys that misspelt ones were probably meant to be: they are not missed on top of it.
    private final Set<String> meant = new HashSet<>();

    private RuleEntry(Datum.Fields fields, List<Complaint> complaints) {
        this.fields = fields;
        this.complaints = complaints;
    }

    /** Complains if the value is no mapping, and about keys that are not known. */
    public static RuleEntry of(Datum datum, List<String> known, List<Complaint> complaints) {
        if (!(datum instanceof Datum.Fields fields)) {
            complaints.add(new Complaint(datum.place(), "keys and values are wanted here", "write `key: value` lines"));
            return new RuleEntry(new Datum.Fields(List.of(), datum.place()), complaints);
        }
        RuleEntry entry = new RuleEntry(fields, complaints);
        for (Datum.Field field : fields.fields()) {
            if (!known.contains(field.key())) {
                entry.complain(field.place(), "unknown key `" + field.key() + "`", hint(field.key(), known));
                Spelling.nearest(field.key(), known).ifPresent(entry.meant::add);
            }
        }
        return entry;
    }

    public static String hint(String word, List<String> known) {
        return Spelling.nearest(word, known)
                .map(meant -> "did you mean `" + meant + "`?")
                .orElse("use one of: " + String.join(", ", known));
    }

    Place place() {
        return fields.place();
    }

    public Place placeOf(String key) {
        return fields.find(key).map(Datum::place).orElse(fields.place());
    }

    public Optional<Datum> datum(String key) {
        return fields.find(key);
    }

    public boolean has(String key) {
        return fields.find(key).isPresent();
    }

    /** Where complaints go, for entries inside this one. */
    List<Complaint> complaints() {
        return complaints;
    }

    public void complain(Place place, String title, String mend) {
        Complaint complaint = new Complaint(place, title, mend);
        // A key may be read twice; what is wrong with it is said once.
        if (!complaints.contains(complaint)) {
            complaints.add(complaint);
        }
    }

    public void need(String key, String mend) {
        if (!has(key) && !meant.contains(key)) {
            complain(place(), "`" + key + "` is missing", mend);
        }
    }

    public Optional<String> text(String key) {
        return fields.find(key).flatMap(datum -> word(key, datum));
    }

    /** One text, or a list of texts, with their places. */
    public List<Datum.Text> texts(String key) {
        Optional<Datum> datum = fields.find(key);
        if (datum.isEmpty()) {
            return List.of();
        }
        List<Datum> items = datum.get() instanceof Datum.Items list ? list.items() : List.of(datum.get());
        if (items.isEmpty()) {
            complain(datum.get().place(), "`" + key + "` is empty", "write at least one, or drop the key");
        }
        List<Datum.Text> texts = new ArrayList<>();
        for (Datum item : items) {
            word(key, item).ifPresent(word -> texts.add(new Datum.Text(word, item.place())));
        }
        return texts;
    }

    public List<String> words(String key) {
        return texts(key).stream().map(Datum.Text::value).toList();
    }

    /** Each text of a key read by {@code reader}; what it cannot read is complained about. */
    <T> List<T> each(String key, Function<String, Optional<T>> reader, String mend) {
        List<T> read = new ArrayList<>();
        for (Datum.Text text : texts(key)) {
            Optional<T> value = reader.apply(text.value());
            if (value.isEmpty()) {
                complain(text.place(), "`" + text.value() + "` is no value of `" + key + "`", mend);
            }
            value.ifPresent(read::add);
        }
        return read;
    }

    /** Some of an enumeration, by their labels, each once. */
    <T> List<T> choices(String key, T[] values, Function<T, String> label) {
        List<T> chosen = new ArrayList<>();
        for (Datum.Text text : texts(key)) {
            Optional<T> value = named(text.value(), values, label);
            if (value.isEmpty()) {
                List<String> labels = Arrays.stream(values).map(label).toList();
                complain(
                        text.place(),
                        "`" + text.value() + "` is no value of `" + key + "`",
                        hint(text.value(), labels));
            }
            value.filter(known -> !chosen.contains(known)).ifPresent(chosen::add);
        }
        return chosen;
    }

    /** One of an enumeration, by its label. */
    <T> Optional<T> choice(String key, T[] values, Function<T, String> label) {
        Optional<String> word = text(key);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = named(word.get(), values, label);
        if (value.isEmpty()) {
            List<String> labels = Arrays.stream(values).map(label).toList();
            complain(placeOf(key), "`" + word.get() + "` is no value of `" + key + "`", hint(word.get(), labels));
        }
        return value;
    }

    private static <T> Optional<T> named(String word, T[] values, Function<T, String> label) {
        return Arrays.stream(values)
                .filter(value -> label.apply(value).equals(word))
                .findFirst();
    }

    Optional<Boolean> flag(String key) {
        return choice(key, new Boolean[] {true, false}, String::valueOf);
    }

    /** Complains about what is neither an RFC with its section nor a page's address. */
    public void checkReferences(String key) {
        for (Datum.Text text : texts(key)) {
            if (!REFERENCE.matcher(text.value()).matches()) {
                String title = "`" + text.value() + "` is no reference";
                complain(text.place(), title, "write `RFC 5321 4.2.3` or a page's address");
            }
        }
    }

    private Optional<String> word(String key, Datum datum) {
        if (datum instanceof Datum.Text text && !text.value().isBlank()) {
            return Optional.of(text.value().strip());
        }
        complain(datum.place(), "`" + key + "` wants a text here", "write one, in quotes if it has a colon");
        return Optional.empty();
    }
}
