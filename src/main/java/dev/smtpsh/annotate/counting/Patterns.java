package dev.smtpsh.annotate.counting;

import dev.smtpsh.annotate.automaton.PatternScan;
import dev.smtpsh.annotate.matching.Contender;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The patterns of rules, each prepared when it is first asked for. */
final class Patterns {
    private final Map<Integer, Optional<PatternScan>> scans = new HashMap<>();

    /** How to find a contender's pattern; empty if it is one for RE2/J. */
    Optional<PatternScan> scan(Contender contender) {
        return scans.computeIfAbsent(
                contender.place(),
                place -> PatternScan.of(contender.when().pattern().orElseThrow()));
    }

    /** The fewest characters that it finds, as far as is known. */
    int least(Contender contender) {
        Optional<PatternScan> scan = scan(contender);
        return scan.isPresent() ? scan.get().least() : 0;
    }
}
