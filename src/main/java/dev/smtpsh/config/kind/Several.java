package dev.smtpsh.config.kind;

import java.util.List;
import java.util.Optional;

/** Any number of a few words, separated by commas; none at all is fine. */
public record Several(Words each) implements Kind {
    public static Several of(String... words) {
        return new Several(Words.of(words));
    }

    @Override
    public String grammar() {
        return "any of " + Words.listed(each.words(), "and") + ", separated by commas; nothing for none";
    }

    @Override
    public List<String> words() {
        return each.words();
    }

    @Override
    public Optional<Wrong> wrong(String value) {
        for (String one : parts(value)) {
            Optional<Wrong> wrong = each.wrong(one);
            if (wrong.isPresent()) {
                return Optional.of(new Wrong(
                        "There is no " + (one.isEmpty() ? "word between two commas" : one),
                        wrong.get().mend()));
            }
        }
        return Optional.empty();
    }

    /** The words of a value. */
    public static List<String> parts(String value) {
        return value.isBlank()
                ? List.of()
                : List.of(value.split(",", -1)).stream().map(String::strip).toList();
    }
}
