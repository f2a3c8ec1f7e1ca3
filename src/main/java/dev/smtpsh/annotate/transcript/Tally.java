package dev.smtpsh.annotate.transcript;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts replies by reason and provider. */
public final class Tally {
    /**
     * How often one reason was given in one provider's words.
     *
     * @param reason the outcome's word where nothing was refused
     * @param provider {@code -} where the wording tells none
     */
    public record Row(String reason, String provider, long count) {}

    private record Key(String reason, String provider) {}

    private final Map<Key, long[]> counts = new HashMap<>();
    private long total;

    public void add(Annotation annotation) {
        add(annotation, 1);
    }

    /** Adds as many replies as have this best annotation. */
    public void add(Annotation annotation, long count) {
        Key key = key(annotation);
        counts.computeIfAbsent(key, unknown -> new long[1])[0] += count;
        total += count;
    }

    /** Whether both are counted in the same row. */
    public static boolean alike(Annotation one, Annotation other) {
        return key(one).equals(key(other));
    }

    private static Key key(Annotation annotation) {
        String reason = annotation
                .reason()
                .map(Reason::label)
                .orElse(annotation.verdict().label());
        return new Key(reason, annotation.provider().orElse("-"));
    }

    public long total() {
        return total;
    }

    /** The rows, the most frequent first. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        counts.forEach((key, count) -> rows.add(new Row(key.reason(), key.provider(), count[0])));
        rows.sort(Comparator.comparingLong(Row::count)
                .reversed()
                .thenComparing(Row::reason)
                .thenComparing(Row::provider));
        return rows;
    }
}
