package dev.smtpsh.script.run;

import dev.smtpsh.script.program.Node;
import dev.smtpsh.script.program.Table;
import dev.smtpsh.script.syntax.Statement;
import dev.smtpsh.script.syntax.Statement.Values;
import dev.smtpsh.script.talk.Reach;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rounds of a loop.
 *
 * @param settings each gives the loop's name the value of one round
 * @param why there is none, half a sentence; empty if that is no mistake
 */
record Rounds(List<Runnable> settings, String why) {
    /** @throws InterruptedException if the look-up of mail hosts was stopped */
    static Rounds of(Node node, Statement.Loop loop, Variables variables, Reach reach) throws InterruptedException {
        if (loop.values() instanceof Values.Table) {
            Table table = node.table().orElseThrow();
            Stream<List<String>> rows = table.rows().stream();
            return new Rounds(
                    rows.<Runnable>map(row -> () -> variables.row(loop.name(), table.columns(), row))
                            .toList(),
                    "");
        }
        if (loop.values() instanceof Values.MxHosts hosts) {
            Reach.MxHosts found = reach.mxHosts(hosts.domain().fill(variables));
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return named(loop.name(), found.targets(), found.why(), variables);
        }
        List<String> values = ((Values.Listed) loop.values())
                .values().stream().map(value -> value.fill(variables)).toList();
        return named(loop.name(), values, "", variables);
    }

    private static Rounds named(String name, List<String> values, String why, Variables variables) {
        return new Rounds(
                values.stream()
                        .<Runnable>map(value -> () -> variables.keep(name, value))
                        .toList(),
                why);
    }
}
