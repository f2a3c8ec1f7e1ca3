package dev.smtpsh.annotate.transcript;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Reason;
import dev.smtpsh.annotate.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    private final Map<Key, Count> counts = new HashMap<>();

    /** How often it was so far; to be counted on. */
    public static final class Count {
        private long count;

        private Count() {}

        public void add() {
            count++;
        }

        public long times() {
            return count;
        }
    }

    public void add(Annotation annotation) {
        count(annotation).add();
    }

    /** The count of all replies whose best annotation counts as this one. */
    public Count count(Annotation annotation) {
        return count(annotation.reason(), annotation.verdict(), annotation.provider());
    }

    /** The count of all replies that have these in common: one and the same each time. */
    public Count count(Optional<Reason> reason, Verdict verdict, Optional<String> provider) {
        Key key = new Key(reason.map(Reason::label).orElse(verdict.label()), provider.orElse("-"));
        return counts.computeIfAbsent(key, unknown -> new Count());
    }

    public long total() {
        long total = 0;
        for (Count count : counts.values()) {
            total += count.count;
        }
        return total;
    }

    /** The rows, the most frequent first. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        counts.forEach((key, count) -> rows.add(new Row(key.reason(), key.provider(), count.count)));
        rows.removeIf(row -> row.count() == 0);
        rows.sort(Comparator.comparingLong(Row::count)
                .reversed()
                .thenComparing(Row::reason)
                .thenComparing(Row::provider));
        return rows;
    }
}
