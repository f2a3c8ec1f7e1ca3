package dev.smtpsh.practice;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which tasks each learner has reached; bounded, the oldest go first. */
final class Register {
    private final int most;
    private final Map<String, BitSet> reached = new LinkedHashMap<>();

    Register(int most) {
        this.most = most;
    }

    /** Notes a task, by its number from 0; how many the learner has reached now, or 0 if this one is not new. */
    synchronized int note(String learner, int task) {
        BitSet tasks = reached.computeIfAbsent(learner, unknown -> new BitSet());
        if (reached.size() > most) {
            reached.remove(reached.keySet().iterator().next());
        }
        boolean before = tasks.get(task);
        tasks.set(task);
        return before ? 0 : tasks.cardinality();
    }

    synchronized void clear() {
        reached.clear();
    }
}
