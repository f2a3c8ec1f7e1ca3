package dev.smtpsh.practice.scenario;

import dev.smtpsh.practice.fault.Fault;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something a scenario does otherwise than a well-behaved server.
 *
 * @param reply instead of the ordinary one, which stands if absent
 */
public record Turn(Set<Moment> when, Condition condition, Optional<ScriptedReply> reply, List<Fault> faults) {
    public Turn {
        when = Set.copyOf(when);
        faults = List.copyOf(faults);
    }
}
