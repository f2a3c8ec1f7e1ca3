package dev.smtpsh.config.kind;

import dev.smtpsh.smtp.command.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One of a few words. */
public record Words(List<String> words) implements Kind {
    private static final Set<String> YES = Set.of("yes", "true", "1", "enabled");
    private static final Set<String> NO = Set.of("no", "false", "0", "disabled", "none");

    public Words {
        words = List.copyOf(words);
    }

    public static Words of(String... words) {
        return new Words(List.of(words));
    }

    /** The words {@code on} and {@code off}. */
    public static Words onOff() {
        return of("on", "off");
    }

    @Override
    public String grammar() {
        return listed(words, "or");
    }

    @Override
    public Optional<Wrong> wrong(String value) {
        if (words.contains(value)) {
            return Optional.empty();
        }
        return Optional.of(new Wrong(
                "It is none of the words known here",
                meant(value)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("There " + (words.size() == 1 ? "is " : "are ") + listed(words, "and") + ".")));
    }

    private Optional<String> meant(String value) {
        String plain = YES.contains(value) ? "on" : NO.contains(value) ? "off" : value;
        return words.contains(plain) ? Optional.of(plain) : Spelling.nearest(plain, words);
    }

    static String listed(List<String> words, String last) {
        int all = words.size();
        return all == 1
                ? words.get(0)
                : String.join(", ", words.subList(0, all - 1)) + " " + last + " " + words.get(all - 1);
    }
}
