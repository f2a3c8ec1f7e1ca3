package dev.smtpsh.script.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The mistakes found so far: all are counted, the first {@link ScriptLimits#PROBLEMS_SHOWN} are kept. */
public final class Problems {
    private final List<Problem> kept = new ArrayList<>();
    private int count;

    public void add(Problem problem) {
        count++;
        if (kept.size() < ScriptLimits.PROBLEMS_SHOWN) {
            kept.add(problem);
        }
    }

    /** Those that are kept: file by file as they were found first, then by place. */
    public List<Problem> kept() {
        List<String> files = kept.stream().map(Problem::file).distinct().toList();
        return kept.stream()
                .sorted(Comparator.<Problem>comparingInt(problem -> files.indexOf(problem.file()))
                        .thenComparingInt(problem -> problem.span().line())
                        .thenComparingInt(problem -> problem.span().column()))
                .toList();
    }

    public int count() {
        return count;
    }
}
