package dev.smtpsh.script.program;

import dev.smtpsh.script.syntax.Line;
import dev.smtpsh.script.syntax.Problem;
import dev.smtpsh.script.syntax.Problems;
import dev.smtpsh.script.syntax.ScriptWord;
import dev.smtpsh.script.syntax.Span;
import dev.smtpsh.script.syntax.Statement;
import dev.smtpsh.script.syntax.Template;
import dev.smtpsh.smtp.command.Spelling;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what would go wrong for certain: variables without a value, and commands to nobody. */
final class Inspection {
    private final Problems problems;
    private final Set<String> defined;
    private final Set<String> opened = new HashSet<>();
    private final String mainSession;
    private final boolean sound;

    /**
     * @param defined the names of variables that have a value from the beginning
     * @param mainSession the conversation of lines that name none
     */
    Inspection(Problems problems, Set<String> defined, String mainSession) {
        this.problems = problems;
        // A misspelt open would make all that follows look as if it had nobody to talk to.
        this.sound = problems.count() == 0;
        this.defined = new HashSet<>(defined);
        this.mainSession = mainSession;
    }

    void inspect(List<Node> nodes) {
        for (Node node : nodes) {
            Line line = node.line();
            names(node);
            conversation(node);
            if (line.statement() instanceof Statement.Let let) {
                defined.add(let.name());
            } else if (line.statement() instanceof Statement.Loop loop) {
                loop(node, loop);
            } else {
                inspect(node.inside());
            }
        }
    }

    private void loop(Node node, Statement.Loop loop) {
        Set<String> own = new HashSet<>(Set.of(loop.name()));
        node.table().ifPresent(table -> table.columns().forEach(column -> own.add(loop.name() + "." + column)));
        own.removeAll(defined);
        defined.addAll(own);
        inspect(node.inside());
        defined.removeAll(own);
    }

    private void names(Node node) {
        for (Template template : Mentions.of(node.line().statement())) {
            for (Template.Variable variable : template.variables()) {
                if (!defined.contains(variable.name())) {
                    boolean implied = variable.span().line() == 0;
                    undefined(node, variable.name(), implied ? node.line().span() : variable.span());
                }
            }
        }
        Optional<String> asked = Mentions.variableAsked(node.line().statement());
        if (asked.isPresent() && !defined.contains(asked.get())) {
            undefined(node, asked.get(), node.line().span());
        }
    }

    private void undefined(Node node, String name, Span span) {
        add(
                node,
                span,
                "`" + name + "` has no value",
                Spelling.nearest(name, defined)
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse("give it by --var " + name + "=..., @var " + name + "=... or let"));
    }

    private void conversation(Node node) {
        Statement statement = node.line().statement();
        String name = node.line().session().orElse(mainSession);
        if (statement instanceof Statement.Open) {
            opened.add(name);
        } else if (sound && speaks(statement) && opened.add(name)) {
            // Told once for each conversation.
            add(
                    node,
                    node.line().span(),
                    "there is no conversation" + (name.isEmpty() ? "" : " called " + name) + " yet",
                    "write " + (name.isEmpty() ? "" : "[" + name + "] ") + "open HOST before it");
        }
    }

    private static boolean speaks(Statement statement) {
        return statement instanceof Statement.Smtp
                || statement instanceof Statement.Auth
                || statement instanceof Statement.Raw
                || statement instanceof Statement.Bytes
                || statement instanceof Statement.Deed deed
                        && deed.word() != ScriptWord.EXIT
                        && deed.word() != ScriptWord.CLOSE;
    }

    private void add(Node node, Span span, String words, String mend) {
        boolean elsewhere = span.line() != node.place().span().line();
        String text = elsewhere ? "" : node.place().text();
        problems.add(new Problem(node.place().file(), span, text, words, mend));
    }
}
