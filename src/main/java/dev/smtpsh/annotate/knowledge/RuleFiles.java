package dev.smtpsh.annotate.knowledge;

import dev.smtpsh.annotate.circumstance.Circumstance;
import dev.smtpsh.datafile.Complaint;
import dev.smtpsh.datafile.Place;
import dev.smtpsh.smtp.state.Stage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was read from rule files.
 *
 * @param rules in the order of the files; a rule with complaints is left out
 */
public record RuleFiles(List<Written> rules, List<Complaint> complaints) {
    public RuleFiles {
        rules = List.copyOf(rules);
        complaints = List.copyOf(complaints);
    }

    /**
     * A rule as written, with what its writer promises of it.
     *
     * @param examples replies of which it is the best explanation
     * @param nearMisses replies that look alike and that it does not explain
     */
    public record Written(Rule rule, List<Example> examples, List<Example> nearMisses, Place place) {
        public Written {
            examples = List.copyOf(examples);
            nearMisses = List.copyOf(nearMisses);
        }
    }

    /** A reply as a server sends it, lines joined by a line feed, and what is known besides. */
    public record Example(
            String reply,
            Optional<Stage> stage,
            Optional<String> provider,
            Optional<String> software,
            Set<Circumstance> session,
            Place place) {
        public Example {
            session = Set.copyOf(session);
        }
    }
}
