package dev.smtpsh.script.judge;

import dev.smtpsh.annotate.matching.Expression;
import dev.smtpsh.script.syntax.Template;
import java.util.function.Function;

/** Regular expressions with variables in them, each of which stands for its text and no expression of its own. */
final class Patterns {
    private Patterns() {}

    static Expression read(Template text, boolean anyCase, Function<String, String> variables) {
        String source = text.fill(name -> Expression.quote(variables.apply(name)));
        return Expression.read(source, anyCase);
    }
}
