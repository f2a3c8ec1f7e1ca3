package dev.smtpsh.shell.ask;

import java.util.Locale;
import java.util.Optional;

/** The words of a question that is answered by yes or no. */
public final class YesOrNo {
    private YesOrNo() {}

    /** The question with its choice; the capital letter is what Enter alone means. */
    public static String prompt(String question, boolean otherwise) {
        return question + (otherwise ? " [Y/n] " : " [y/N] ");
    }

    /** The question with its letters; the capital one is what Enter alone means. */
    public static String prompt(String question, String letters, char otherwise) {
        StringBuilder choice = new StringBuilder();
        for (char letter : letters.toCharArray()) {
            choice.append(choice.isEmpty() ? "" : "/");
            choice.append(letter == otherwise ? Character.toUpperCase(letter) : letter);
        }
        return question + " [" + choice + "] ";
    }

    /** The letter that was typed; empty if it is none of them. */
    public static Optional<Character> read(String typed, String letters, char otherwise) {
        String answer = typed.strip().toLowerCase(Locale.ROOT);
        if (answer.isEmpty()) {
            return Optional.of(otherwise);
        }
        return letters.indexOf(answer.charAt(0)) >= 0 ? Optional.of(answer.charAt(0)) : Optional.empty();
    }

    /** What a typed answer means; empty if it is neither, so that the question is put again. */
    public static Optional<Boolean> read(String typed, boolean otherwise) {
        return switch (typed.strip().toLowerCase(Locale.ROOT)) {
            case "" -> Optional.of(otherwise);
            case "y", "yes" -> Optional.of(true);
            case "n", "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
