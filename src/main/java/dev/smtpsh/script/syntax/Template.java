package dev.smtpsh.script.syntax;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Text in which variables stand as {@code {{name}}}. */
public record Template(List<Part> parts) {
    public Template {
        parts = List.copyOf(parts);
    }

    /** A piece of it. */
    public sealed interface Part {}

    /** Text that stands for itself. */
    public record Text(String text) implements Part {}

    /** The name of a variable; a dot leads to a column: {@code rcpt.email}. */
    public record Variable(String name, Span span) implements Part {
        /** Equal wherever it stands. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Variable variable && variable.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    public static Template of(String text) {
        return new Template(text.isEmpty() ? List.of() : List.of(new Text(text)));
    }

    public List<Variable> variables() {
        return parts.stream()
                .filter(Variable.class::isInstance)
                .map(Variable.class::cast)
                .toList();
    }

    /** Whether no variable stands in it. */
    public boolean constant() {
        return variables().isEmpty();
    }

    /** The text with the variables' values. */
    public String fill(Function<String, String> values) {
        return fill(text -> text, values);
    }

    /**
     * The text with the variables' values.
     *
     * @param texts what becomes of the text between them
     */
    public String fill(Function<String, String> texts, Function<String, String> values) {
        return parts.stream()
                .map(part -> part instanceof Variable variable
                        ? values.apply(variable.name())
                        : texts.apply(((Text) part).text()))
                .collect(Collectors.joining());
    }

    /** As it is written. */
    public String source() {
        return fill(name -> "{{" + name + "}}");
    }

    /** The same with other text between the variables. */
    public Template map(Function<String, String> texts) {
        return new Template(parts.stream()
                .map(part -> part instanceof Text text ? new Text(texts.apply(text.text())) : part)
                .toList());
    }
}
