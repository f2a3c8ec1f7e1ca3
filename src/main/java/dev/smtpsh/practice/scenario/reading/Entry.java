package dev.smtpsh.practice.scenario.reading;

import dev.smtpsh.datafile.Complaint;
import dev.smtpsh.datafile.Datum;
import dev.smtpsh.datafile.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mapping in a file of ours, read key by key; what is wrong becomes a complaint and reads as absent. */
public final class Entry {
    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,6})(ms|s|m|h|d)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    private final Datum.Fields fields;
    private final List<Complaint> complaints;

    private Entry(Datum.Fields fields, List<Complaint> complaints) {
        this.fields = fields;
        this.complaints = complaints;
    }

    /** Complains if the value is no mapping, and about keys that are not known. */
    public static Entry of(Datum datum, List<String> known, List<Complaint> complaints) {
        if (!(datum instanceof Datum.Fields fields)) {
            complaints.add(new Complaint(datum.place(), "keys and values are wanted here", "write `key: value` lines"));
            return new Entry(new Datum.Fields(List.of(), datum.place()), complaints);
        }
        for (Datum.Field field : fields.fields()) {
            if (!known.contains(field.key())) {
                String title = "unknown key `" + field.key() + "`";
                complaints.add(new Complaint(field.place(), title, Nearest.hint(field.key(), known)));
            }
        }
        return new Entry(fields, complaints);
    }

    public Place place() {
        return fields.place();
    }

    public List<Datum.Field> all() {
        return fields.fields();
    }

    public Optional<Datum> datum(String key) {
        return fields.find(key);
    }

    public void complain(Place place, String title, String mend) {
        complaints.add(new Complaint(place, title, mend));
    }

    /** A text that must be there and not be empty. */
    public String required(String key) {
        Optional<String> value = text(key);
        if (value.isEmpty() && fields.find(key).isEmpty()) {
            complain(place(), "`" + key + "` is missing", "add `" + key + ": ...`");
        }
        return value.orElse("");
    }

    public Optional<String> text(String key) {
        return fields.find(key).flatMap(datum -> word(key, datum));
    }

    /** One text, or a list of texts. */
    public List<String> words(String key) {
        return fields.find(key).map(datum -> wordsOf(key, datum)).orElse(List.of());
    }

    public List<String> wordsOf(String key, Datum datum) {
        if (!(datum instanceof Datum.Items items)) {
            return word(key, datum).map(List::of).orElse(List.of());
        }
        List<String> words = new ArrayList<>();
        items.items().forEach(item -> word(key, item).ifPresent(words::add));
        return words;
    }

    public Optional<Boolean> flag(String key) {
        return choice(key, Map.of("true", true, "false", false));
    }

    public boolean isSet(String key) {
        return flag(key).orElse(false);
    }

    public Optional<Duration> length(String key) {
        return read(key, "a length of time", "write it like `300ms`, `20s`, `5m` or `4h`", Entry::duration);
    }

    public Optional<Integer> number(String key) {
        return read(key, "a number from 1 to 999999", "write digits", Entry::positive);
    }

    public <T> Optional<T> choice(String key, Map<String, T> choices) {
        List<String> names = choices.keySet().stream().sorted().toList();
        Optional<Datum> datum = fields.find(key);
        Optional<String> word = text(key);
        if (datum.isEmpty() || word.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> chosen = Optional.ofNullable(choices.get(word.get()));
        if (chosen.isEmpty()) {
            String title = "`" + word.get() + "` is no value of `" + key + "`";
            complain(datum.get().place(), title, Nearest.hint(word.get(), names));
        }
        return chosen;
    }

    public static Optional<Duration> duration(String text) {
        Matcher matcher = LENGTH.matcher(text);
        return matcher.matches()
                ? Optional.of(UNITS.get(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1))))
                : Optional.empty();
    }

    public static Optional<Integer> positive(String text) {
        return text.matches("0{0,5}[1-9][0-9]{0,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private <T> Optional<T> read(String key, String what, String mend, Function<String, Optional<T>> reader) {
        Optional<String> word = text(key);
        Optional<T> value = word.flatMap(reader);
        if (word.isPresent() && value.isEmpty()) {
            Place place = fields.find(key).orElseThrow().place();
            complain(place, "`" + key + "` wants " + what + ", not `" + word.get() + "`", mend);
        }
        return value;
    }

    private Optional<String> word(String key, Datum datum) {
        if (datum instanceof Datum.Text text && !text.value().isBlank()) {
            return Optional.of(text.value().strip());
        }
        complain(datum.place(), "`" + key + "` wants a text here", "write one, in quotes if it has a colon");
        return Optional.empty();
    }
}
