package dev.smtpsh.shell.means;

import dev.smtpsh.session.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What came of the last command: of a pipelined group more than one thing, each of which can be judged in turn. */
public final class Came {
    private final List<Outcome> outcomes = new ArrayList<>();
    private int taken;
    private Optional<Outcome> last = Optional.empty();

    /** Something is said, and what came before is not judged any more. */
    public void begin() {
        outcomes.clear();
        taken = 0;
    }

    public void add(Outcome outcome) {
        outcomes.add(outcome);
        last = Optional.of(outcome);
    }

    /** All of it was one act, of which the last is what came of it. */
    public void becomeOne() {
        begin();
        last.ifPresent(outcomes::add);
    }

    /** What an expectation is held against next; empty if all that came was judged. */
    public Optional<Outcome> next() {
        return taken < outcomes.size() ? Optional.of(outcomes.get(taken++)) : Optional.empty();
    }

    /** What was judged last, or else what came last; empty if nothing ever did. */
    public Optional<Outcome> current() {
        return taken > 0 ? Optional.of(outcomes.get(taken - 1)) : last;
    }
}
