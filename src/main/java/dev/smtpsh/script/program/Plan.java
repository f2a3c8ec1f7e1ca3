package dev.smtpsh.script.program;

import dev.smtpsh.script.syntax.Printer;
import dev.smtpsh.script.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a program would do, line by line. */
public final class Plan {
    private static final String INDENT = "    ";

    private final Map<String, String> values;
    private final List<String> lines = new ArrayList<>();

    private Plan(Map<String, String> values) {
        this.values = values;
    }

    /**
     * The lines of a program.
     *
     * @param given variables that have a value before it begins; others stand as they are written
     */
    public static List<String> of(Program program, Map<String, String> given) {
        Map<String, String> values = new HashMap<>(given);
        program.defaults().forEach((name, value) -> values.putIfAbsent(name, fill(value.source(), values)));
        program.secrets().forEach(name -> values.put(name, "***"));
        Plan plan = new Plan(values);
        plan.add(program.nodes(), 0);
        return plan.lines;
    }

    private void add(List<Node> nodes, int depth) {
        for (Node node : nodes) {
            Statement statement = node.line().statement();
            boolean quiet = statement instanceof Statement.Setting
                    || statement instanceof Statement.Blank
                    || statement instanceof Statement.Aside;
            if (!quiet) {
                String session =
                        node.line().session().map(name -> "[" + name + "] ").orElse("");
                lines.add(String.format("%-24s ", node.place().where())
                        + INDENT.repeat(depth)
                        + session
                        + fill(Printer.print(statement), values)
                        + more(node, statement));
            }
            if (statement instanceof Statement.Let let) {
                values.remove(let.name());
            } else if (statement instanceof Statement.Loop loop) {
                values.remove(loop.name());
            }
            add(node.inside(), depth + 1);
        }
    }

    private static String more(Node node, Statement statement) {
        if (statement instanceof Statement.InlineBody body) {
            return " (" + body.lines().size() + " lines)";
        }
        return node.table().map(table -> " (" + table.rows().size() + " times)").orElse("");
    }

    private static String fill(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return filled;
    }
}
