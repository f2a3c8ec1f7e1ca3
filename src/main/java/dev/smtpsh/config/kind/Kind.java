package dev.smtpsh.config.kind;

import java.util.List;
import java.util.Optional;

/** What a setting may hold. */
public interface Kind {
    /** What to write, as half a sentence: {@code terse, normal or full}. */
    String grammar();

    /** The words it may hold, to be completed; empty if it is not made of words. */
    default List<String> words() {
        return List.of();
    }

    /** What is wrong with a value; empty if nothing is. */
    Optional<Wrong> wrong(String value);

    /**
     * Why a value is refused.
     *
     * @param why half a sentence
     * @param mend a sentence
     */
    record Wrong(String why, String mend) {}
}
