package dev.smtpsh.script.program;

import dev.smtpsh.script.syntax.Expectation;
import dev.smtpsh.script.syntax.Predicate;
import dev.smtpsh.script.syntax.Span;
import dev.smtpsh.script.syntax.Statement;
import dev.smtpsh.script.syntax.Subject;
import dev.smtpsh.script.syntax.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The templates of a statement, in which variables can stand. */
final class Mentions {
    private Mentions() {}

    static List<Template> of(Statement statement) {
        List<Template> found = new ArrayList<>();
        if (statement instanceof Statement.Expect expect) {
            for (Expectation.Alternative alternative : expect.expectation().alternatives()) {
                alternative.text().map(Expectation.TextPattern::text).ifPresent(found::add);
            }
        } else if (statement instanceof Statement.Check check) {
            found.addAll(asked(check.predicate().subject()));
            check.predicate().values().stream().map(Predicate.Value::text).forEach(found::add);
        } else if (statement instanceof Statement.Let let) {
            found.addAll(captured(let.what()));
        } else if (statement instanceof Statement.Loop loop) {
            found.addAll(values(loop.values()));
        } else if (statement instanceof Statement.InlineBody body) {
            found.addAll(body.lines());
        } else {
            found.addAll(action(statement));
        }
        return found;
    }

    /** The name that {@code var NAME} asks for. */
    static Optional<String> variableAsked(Statement statement) {
        Optional<Subject.Asked> asked = Optional.empty();
        if (statement instanceof Statement.Check check) {
            asked = Optional.of(check.predicate().subject());
        } else if (statement instanceof Statement.Let let && let.what() instanceof Statement.Captured.Fact fact) {
            asked = Optional.of(fact.subject());
        }
        return asked.filter(subject -> subject.subject() == Subject.VAR)
                .map(subject -> subject.arguments().get(0))
                .filter(Template::constant)
                .map(Template::source);
    }

    private static List<Template> asked(Subject.Asked asked) {
        return asked.arguments();
    }

    private static List<Template> captured(Statement.Captured captured) {
        if (captured instanceof Statement.Captured.Fact fact) {
            return asked(fact.subject());
        }
        return captured instanceof Statement.Captured.Literal literal ? List.of(literal.text()) : List.of();
    }

    private static List<Template> values(Statement.Values values) {
        if (values instanceof Statement.Values.Listed listed) {
            return listed.values();
        }
        return List.of(
                values instanceof Statement.Values.Table table
                        ? table.file()
                        : ((Statement.Values.MxHosts) values).domain());
    }

    private static List<Template> action(Statement statement) {
        if (statement instanceof Statement.Smtp smtp) {
            return List.of(smtp.line());
        } else if (statement instanceof Statement.Open open) {
            return List.of(open.target());
        } else if (statement instanceof Statement.Raw raw) {
            return List.of(raw.text());
        } else if (statement instanceof Statement.Bytes bytes) {
            return List.of(bytes.file());
        } else if (statement instanceof Statement.Note note) {
            return List.of(note.text());
        } else if (statement instanceof Statement.FileBody body) {
            return List.of(body.file());
        } else if (statement instanceof Statement.Auth auth) {
            Template user = auth.user().orElseGet(() -> named("user"));
            Template password = auth.password().orElseGet(() -> named("password"));
            List<Template> all = new ArrayList<>(List.of(user, password));
            auth.mechanism().ifPresent(all::add);
            return all;
        }
        return List.of();
    }

    private static Template named(String name) {
        return new Template(List.of(new Template.Variable(name, new Span(0, 0, 1))));
    }
}
