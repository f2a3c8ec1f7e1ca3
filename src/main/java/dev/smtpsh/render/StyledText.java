package dev.smtpsh.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with its intents. It holds printable characters only, besides the line ends and tabs that a renderer put there
 * on purpose: whatever else is added becomes visible by {@link Safe}.
 */
public final class StyledText {
    /** Nothing. */
    public static final StyledText EMPTY = new StyledText(List.of());

    private static final String LINE_END = "\n";
    private static final String TAB = "\t";

    private final List<Run> runs;

    private StyledText(List<Run> runs) {
        this.runs = List.copyOf(runs);
    }

    /** Characters of one intent. */
    public record Run(Intent intent, String text) {}

    /** In order; a line end is a run of its own. */
    public List<Run> runs() {
        return runs;
    }

    /** The characters alone. */
    public String plain() {
        StringBuilder plain = new StringBuilder();
        for (Run run : runs) {
            plain.append(run.text());
        }
        return plain.toString();
    }

    public StyledText plus(StyledText more) {
        List<Run> joined = new ArrayList<>(runs);
        joined.addAll(more.runs);
        return new StyledText(joined);
    }

    @Override
    public String toString() {
        return plain();
    }

    /** Puts a text together. */
    public static final class Builder {
        private final List<Run> runs = new ArrayList<>();

        /** Adds characters; those that are not printable, line ends among them, are made visible. */
        public Builder add(Intent intent, String text) {
            if (!text.isEmpty()) {
                runs.add(new Run(intent, Safe.visible(text)));
            }
            return this;
        }

        public Builder add(StyledText text) {
            runs.addAll(text.runs);
            return this;
        }

        public Builder endLine() {
            runs.add(new Run(Intent.PLAIN, LINE_END));
            return this;
        }

        /** Ends a field of a line that programs read. */
        public Builder tab() {
            runs.add(new Run(Intent.PLAIN, TAB));
            return this;
        }

        public StyledText build() {
            return new StyledText(runs);
        }
    }
}
