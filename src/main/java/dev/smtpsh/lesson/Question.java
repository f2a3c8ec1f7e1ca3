package dev.smtpsh.lesson;

import java.util.List;

/**
 * A question that is answered by a number.
 *
 * @param choices counted from 1; empty where the suspects of the lesson are the choices
 * @param right the number of the right choice; 0 where it is the suspect's
 * @param why the right one is right
 */
public record Question(String text, List<String> choices, int right, String why) {
    public Question {
        choices = List.copyOf(choices);
    }

    /** The same with the suspects as choices, if it is about them. */
    public Question about(List<Lesson.Suspect> suspects, int guilty) {
        return right > 0
                ? this
                : new Question(
                        text, suspects.stream().map(Lesson.Suspect::words).toList(), guilty + 1, why);
    }
}
