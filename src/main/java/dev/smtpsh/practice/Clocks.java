package dev.smtpsh.practice;

import java.util.LinkedHashMap;
import java.util.Map;

/** The clocks of a class, one for each learner; bounded, the oldest go first. */
final class Clocks {
    private final PracticeClock common;
    private final int most;
    private final Map<String, PracticeClock> clocks = new LinkedHashMap<>();

    Clocks(PracticeClock common, int most) {
        this.common = common;
        this.most = most;
    }

    synchronized PracticeClock of(String learner) {
        PracticeClock clock = clocks.computeIfAbsent(learner, unknown -> common.ofOne());
        if (clocks.size() > most) {
            String oldest = clocks.keySet().iterator().next();
            common.forget(clocks.remove(oldest));
        }
        return clock;
    }
}
