package dev.smtpsh.datafile;

import java.util.List;
import java.util.Optional;

/** A value in a data file. Scalars are texts: what they mean is for the reader to say. */
public sealed interface Datum {
    Place place();

    /** A single value, as written; {@code null} and empty values are the empty text. */
    record Text(String value, Place place) implements Datum {}

    /** A list. */
    record Items(List<Datum> items, Place place) implements Datum {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Keys and values, in the file's order; keys are unique. */
    record Fields(List<Field> fields, Place place) implements Datum {
        public Fields {
            fields = List.copyOf(fields);
        }

        public Optional<Datum> find(String key) {
            return fields.stream()
                    .filter(field -> field.key().equals(key))
                    .map(Field::value)
                    .findFirst();
        }
    }

    /** A key with its value and the key's place. */
    record Field(String key, Place place, Datum value) {}
}
