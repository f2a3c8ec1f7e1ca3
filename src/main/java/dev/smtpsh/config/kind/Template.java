package dev.smtpsh.config.kind;

import dev.smtpsh.smtp.command.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A text with fields in braces that are filled in later. */
public record Template(List<String> fields) implements Kind {
    private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)}");

    public Template {
        fields = List.copyOf(fields);
    }

    @Override
    public String grammar() {
        return "a text, in which {" + String.join("}, {", fields) + "} are filled in";
    }

    @Override
    public Optional<Wrong> wrong(String value) {
        Optional<Wrong> text = new Text("a text", true).wrong(value);
        Optional<String> unknown = FIELD.matcher(value)
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(name -> !fields.contains(name))
                .findFirst();
        return text.or(() -> unknown.map(name -> new Wrong(
                "There is no field {" + name + "}",
                Spelling.nearest(name, fields)
                        .map(near -> "Did you mean {" + near + "}?")
                        .orElse("There are {" + String.join("}, {", fields) + "}."))));
    }
}
