package dev.smtpsh.shell.ask;

import java.util.Optional;

/**
 * Asks the operator. An empty answer means that nobody could be asked, or that the operator wants to leave the question
 * (Ctrl-C, Ctrl-D): whatever depended on it is then not done.
 */
public interface Questions {
    /** Where the operator can be reached. */
    enum Reach {
        /** At the prompt where the lines are typed: every question may be asked. */
        PROMPT,
        /**
         * At a terminal, but lines come from elsewhere, such as a pipe: only what cannot be done without an answer may be
         * asked, such as a password.
         */
        ASIDE,
        /** Nowhere. */
        NOBODY
    }

    /** Nobody is there, or nobody wants to be asked ({@code --no-input}). */
    Questions NOBODY = new Questions() {
        @Override
        public Reach reach() {
            return Reach.NOBODY;
        }

        @Override
        public Optional<String> line(String prompt) {
            return Optional.empty();
        }

        @Override
        public Optional<char[]> secret(String prompt) {
            return Optional.empty();
        }

        @Override
        public boolean confirm(String question, boolean otherwise) {
            return false;
        }
    };

    Reach reach();

    /** A line that may be seen. It is not kept in the history. */
    Optional<String> line(String prompt);

    /** A line typed without echo. Whoever asks wipes the characters after use. */
    Optional<char[]> secret(String prompt);

    /**
     * Yes or no.
     *
     * @param question one sentence with its question mark; the choice is added: {@code [y/N]}
     * @param otherwise what Enter alone means
     * @return false where nobody can be asked
     */
    boolean confirm(String question, boolean otherwise);

    /**
     * One of several letters.
     *
     * @param question with its question mark; the letters are added: {@code [y/N/p]}
     * @param otherwise the letter that Enter alone means, and that is taken where nobody can be asked
     */
    default char choose(String question, String letters, char otherwise) {
        return choose(question, letters, otherwise, otherwise);
    }

    /**
     * One of several letters.
     *
     * @param otherwise the letter that Enter alone means
     * @param left the letter that leaving the question means, and that is taken where nobody can be asked
     */
    default char choose(String question, String letters, char otherwise, char left) {
        Optional<Character> chosen = Optional.empty();
        while (chosen.isEmpty()) {
            Optional<String> typed =
                    reach() == Reach.NOBODY ? Optional.empty() : line(YesOrNo.prompt(question, letters, otherwise));
            if (typed.isEmpty()) {
                return left;
            }
            chosen = YesOrNo.read(typed.get(), letters, otherwise);
        }
        return chosen.get();
    }

    /** Lets the operator change a text in an editor; empty if that cannot be done here. */
    default Optional<byte[]> edit(byte[] text) {
        return Optional.empty();
    }

    /** The same, but everything is confirmed unasked ({@code --yes}). */
    default Questions assenting() {
        return new Assenting(this);
    }
}
