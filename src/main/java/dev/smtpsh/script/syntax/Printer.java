package dev.smtpsh.script.syntax;

import dev.smtpsh.script.syntax.Predicate.Form;
import dev.smtpsh.script.syntax.Predicate.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a script in the one layout there is; what it writes is not changed by writing it again. */
public final class Printer {
    private static final String INDENT = "    ";
    private static final String QUOTES = "\"\"\"";

    private final StringBuilder out = new StringBuilder();
    private boolean emptyBefore = true;

    private Printer() {}

    public static String print(Script script) {
        Printer printer = new Printer();
        printer.lines(script.lines(), 0);
        String text = printer.out.toString();
        return text.endsWith("\n\n") ? text.substring(0, text.length() - 1) : text;
    }

    /** One statement as it is written, without what stands around it; of a block its first line. */
    public static String print(Statement statement) {
        return words(statement);
    }

    private void lines(List<Line> lines, int depth) {
        for (Line line : lines) {
            if (line.statement() instanceof Statement.Blank && line.comment().isEmpty()) {
                empty();
            } else {
                line(line, depth);
            }
        }
    }

    private void empty() {
        if (!emptyBefore) {
            out.append('\n');
            emptyBefore = true;
        }
    }

    private void line(Line line, int depth) {
        String around = line.session().map(name -> "[" + name + "] ").orElse("") + (line.soft() ? "~ " : "");
        Statement statement = line.statement();
        String text = around + words(statement);
        write(depth, text, line.comment());
        if (statement instanceof Statement.InlineBody body) {
            body.lines().forEach(each -> out.append(each.source()).append('\n'));
            write(depth, QUOTES, Optional.empty());
        } else if (statement instanceof Statement.Loop loop) {
            lines(loop.body(), depth + 1);
            write(depth, "end", loop.endComment());
        } else if (statement instanceof Statement.Attempt attempt) {
            lines(attempt.body(), depth + 1);
            write(depth, "end", attempt.endComment());
        }
    }

    private void write(int depth, String text, Optional<String> comment) {
        out.append(INDENT.repeat(depth)).append(text);
        comment.ifPresent(
                words -> out.append(text.isEmpty() ? "" : "  ").append('#').append(words));
        out.append('\n');
        emptyBefore = false;
    }

    private static String words(Statement statement) {
        if (statement instanceof Statement.Setting setting) {
            return setting(setting);
        } else if (statement instanceof Statement.Smtp smtp) {
            return smtp.line().source();
        } else if (statement instanceof Statement.Expect expect) {
            return expectation(expect.expectation());
        } else if (statement instanceof Statement.Check check) {
            return "? " + predicate(check.predicate());
        } else if (statement instanceof Statement.Let let) {
            return "let " + let.name() + " = " + captured(let.what());
        } else if (statement instanceof Statement.Loop loop) {
            return "for " + loop.name() + " in " + values(loop.values());
        } else if (statement instanceof Statement.Attempt) {
            return "try";
        } else if (statement instanceof Statement.InlineBody) {
            return QUOTES;
        } else if (statement instanceof Statement.Aside aside) {
            return (aside.word().label() + " " + aside.rest()).trim();
        }
        return action(statement);
    }

    private static String action(Statement statement) {
        if (statement instanceof Statement.Open open) {
            return "open " + argument(open.target());
        } else if (statement instanceof Statement.Auth auth) {
            return "auth"
                    + auth.mechanism().map(text -> " " + argument(text)).orElse("")
                    + auth.user().map(text -> " " + argument(text)).orElse("")
                    + auth.password().map(text -> " " + argument(text)).orElse("");
        } else if (statement instanceof Statement.Raw raw) {
            return raw.quoted()
                    ? "raw \"" + raw.text().source() + "\""
                    : "raw " + raw.text().source();
        } else if (statement instanceof Statement.Bytes bytes) {
            return "bytes " + argument(bytes.file());
        } else if (statement instanceof Statement.Wait wait) {
            return "wait " + wait.time().map(Expectation::words).orElse("reply");
        } else if (statement instanceof Statement.Deed deed) {
            return deed.word().label();
        } else if (statement instanceof Statement.Note note) {
            return ("note " + note.text().source()).trim();
        } else if (statement instanceof Statement.Include include) {
            return "include " + argument(include.file());
        } else if (statement instanceof Statement.FileBody body) {
            return "<<< " + argument(body.file());
        }
        return "";
    }

    private static String setting(Statement.Setting setting) {
        String name = "@" + setting.kind().name().toLowerCase(Locale.ROOT);
        String value = setting.value().source();
        return switch (setting.kind()) {
            case VAR -> name + " " + setting.name() + "=" + value;
            case SECRET, SESSION -> name + " " + setting.name();
            case TITLE, TAGS, TIMEOUT, CONTINUE -> (name + " " + value).trim();
        };
    }

    static String expectation(Expectation expectation) {
        return expectation.alternatives().stream().map(Printer::alternative).collect(Collectors.joining(" or "))
                + expectation
                        .within()
                        .map(time -> " within " + Expectation.words(time))
                        .orElse("")
                + expectation
                        .every()
                        .map(time -> " every " + Expectation.words(time))
                        .orElse("");
    }

    private static String alternative(Expectation.Alternative alternative) {
        return alternative.event()
                + alternative.status().map(status -> " " + status).orElse("")
                + alternative.text().map(text -> " " + pattern(text)).orElse("");
    }

    private static String pattern(Expectation.TextPattern pattern) {
        return pattern.expression() ? expression(pattern.text(), pattern.anyCase()) : quoted(pattern.text());
    }

    private static String predicate(Predicate predicate) {
        String compared = predicate
                .operator()
                .map(operator -> " " + operator.sign() + " "
                        + predicate.values().stream().map(Printer::value).collect(Collectors.joining(", ")))
                .orElse("");
        return (predicate.negated() ? "not " : "") + asked(predicate.subject()) + compared;
    }

    private static String asked(Subject.Asked asked) {
        return asked.subject().label()
                + asked.arguments().stream().map(text -> " " + argument(text)).collect(Collectors.joining());
    }

    private static String value(Value value) {
        return value.form() == Form.QUOTED
                ? quoted(value.text())
                : value.form() == Form.EXPRESSION
                        ? expression(value.text(), value.anyCase())
                        : value.text().source();
    }

    private static String captured(Statement.Captured captured) {
        if (captured instanceof Statement.Captured.Fact fact) {
            return asked(fact.subject());
        }
        return captured instanceof Statement.Captured.Match match
                ? "match " + match.group()
                : quoted(((Statement.Captured.Literal) captured).text());
    }

    private static String values(Statement.Values values) {
        if (values instanceof Statement.Values.Table table) {
            return "file " + quoted(table.file());
        }
        if (values instanceof Statement.Values.MxHosts hosts) {
            return "mx " + argument(hosts.domain());
        }
        return ((Statement.Values.Listed) values)
                .values().stream().map(Printer::argument).collect(Collectors.joining(", "));
    }

    private static String expression(Template text, boolean anyCase) {
        return "/" + text.source() + "/" + (anyCase ? "i" : "");
    }

    private static String quoted(Template text) {
        return "\""
                + text.map(part -> part.replace("\\", "\\\\").replace("\"", "\\\""))
                        .source() + "\"";
    }

    private static String argument(Template text) {
        boolean bare = !text.parts().isEmpty()
                && text.parts().stream()
                        .filter(Template.Text.class::isInstance)
                        .map(part -> ((Template.Text) part).text())
                        .allMatch(part -> part.chars().allMatch(c -> c > ' ' && "\"#,\\".indexOf(c) < 0));
        return bare ? text.source() : quoted(text);
    }
}
