package dev.smtpsh.config.kind;

import java.util.Optional;

/** What a setting may hold. */
public interface Kind {
    /** What to write, as half a sentence: {@code terse, normal or full}. */
    String grammar();

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
