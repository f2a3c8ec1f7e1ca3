package dev.smtpsh.script.syntax;

import java.util.ArrayList;
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

    public List<Problem> kept() {
        return List.copyOf(kept);
    }

    public int count() {
        return count;
    }
}
