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
        String reason = annotation
                .reason()
                .map(Reason::label)
                .orElse(annotation.verdict().label());
        Key key = new Key(reason, annotation.provider().orElse("-"));
        counts.computeIfAbsent(key, unknown -> new long[1])[0] += count;
        total += count;
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
