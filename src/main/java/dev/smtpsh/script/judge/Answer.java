package dev.smtpsh.script.judge;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What there is to say of a subject.
 *
 * @param text empty if there is no such thing
 * @param number what it is compared by where it is an amount
 * @param yes whether it is true, or there, or more than nothing
 * @param why there is no such thing, or it is not so; a sentence without full stop
 */
record Answer(Optional<String> text, OptionalLong number, boolean yes, String why) {
    static Answer text(String text) {
        return new Answer(Optional.of(text), OptionalLong.empty(), !text.isEmpty(), "");
    }

    static Answer number(long number) {
        return amount(number, Long.toString(number));
    }

    static Answer amount(long number, String words) {
        return new Answer(Optional.of(words), OptionalLong.of(number), number > 0, "");
    }

    static Answer fact(boolean fact, String why) {
        return new Answer(Optional.of(fact ? "true" : "false"), OptionalLong.empty(), fact, fact ? "" : why);
    }

    static Answer none(String why) {
        return new Answer(Optional.empty(), OptionalLong.empty(), false, why);
    }
}
