package dev.smtpsh.script.syntax;

import java.time.Duration;

/** The bounds of script files; see {@code docs/limits.md}. */
public final class ScriptLimits {
    /** Octets of a file (limit {@code script-size}). */
    public static final int FILE_SIZE = 16 * 1024 * 1024;

    /** Characters of a line (limit {@code script-line}). */
    public static final int LINE_LENGTH = 64 * 1024;

    /** Lines of a file (limit {@code script-lines}). */
    public static final int LINES = 250_000;

    /** Blocks inside one another (limit {@code script-nesting}). */
    public static final int NESTING = 16;

    /** Files included by one another (limit {@code script-includes}). */
    public static final int INCLUDE_DEPTH = 8;

    /** Files of a run in all, for one that is started (limit {@code script-files}). */
    public static final int INCLUDED_FILES = 100;

    /** Mistakes after which a file is read no further (limit {@code script-mistakes}). */
    public static final int PROBLEMS = 10_000;

    /** Mistakes that are shown (limit {@code script-problems}). */
    public static final int PROBLEMS_SHOWN = 50;

    /** Values of one {@code for} (limit {@code script-values}). */
    public static final int LOOP_VALUES = 100_000;

    /** Characters of a line that are shown with a mistake (limit {@code script-shown}). */
    public static final int SHOWN_LINE = 200;

    /** How long nothing must come where the script does not say (limit {@code script-nothing}). */
    public static final Duration NOTHING = Duration.ofSeconds(2);

    private ScriptLimits() {}
}
