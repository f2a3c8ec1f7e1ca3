package dev.smtpsh.shell.means;

import dev.smtpsh.shell.login.Caution;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the operator chose, and can choose anew while talking. */
public interface Choices extends Caution {
    /**
     * One of them.
     *
     * @param value as it is typed; empty text if there is none
     * @param origin where it came from, in words
     * @param words those it may hold; empty if it is not made of words
     */
    record Choice(String name, String value, String origin, String meaning, List<String> words) {
        public Choice {
            words = List.copyOf(words);
        }
    }

    /** Why a choice cannot be made: what, why, and how to mend it. */
    record Refusal(String what, String why, String mend) {}

    /** How careful to be, now. */
    Manner manner();

    /** When TLS begins by itself. */
    Upgrade upgrade();

    /** The prompt of the operator's own making; empty for the usual one. */
    Optional<String> prompt();

    /** The folder for files whose name has none; empty for the one where smtpsh was started. */
    Optional<Path> folder();

    /** All that can be looked at. */
    List<Choice> list();

    /** Changes one; why not, if it cannot be changed. */
    Optional<Refusal> set(String name, String value);

    /** Choices that stay as they are. */
    static Choices fixed(Manner manner) {
        return new FixedChoices(manner);
    }
}
