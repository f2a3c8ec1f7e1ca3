package dev.smtpsh.config;

/**
 * Where a value came from.
 *
 * @param where more exactly: file and line, name of a variable or flag; empty text if there is nothing to add
 */
public record Origin(Source source, String where) {
    /** The sources, from the weakest to the strongest. */
    public enum Source {
        DEFAULT("default"),
        FILE("file"),
        PROFILE("profile"),
        ENVIRONMENT("environment"),
        FLAG("flag"),
        TYPED("set");

        private final String word;

        Source(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public static final Origin DEFAULT = new Origin(Source.DEFAULT, "");
    public static final Origin TYPED = new Origin(Source.TYPED, "");

    public static Origin flag(String word) {
        return new Origin(Source.FLAG, "--" + word);
    }

    public static Origin variable(String name) {
        return new Origin(Source.ENVIRONMENT, name);
    }

    /** In words: {@code default}, {@code environment SMTPSH_HELO}, {@code profile relay (FILE:12)}. */
    public String words() {
        return source == Source.FILE ? where : where.isEmpty() ? source.word() : source.word() + " " + where;
    }
}
