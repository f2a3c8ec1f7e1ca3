package dev.smtpsh.lesson;

import dev.smtpsh.lesson.proof.Proof;
import java.util.List;
import java.util.Optional;

/**
 * Something to be done in a lesson.
 *
 * @param id stays when words change: progress is kept by it
 * @param text what to do, without full stop
 * @param proof what must happen
 * @param after tasks that must be done before; what happens earlier does not count
 * @param question what is asked, where a task is answered by a number
 * @param done what is said when it is done
 * @param hints three: a nudge, the command, the exact line
 * @param otherwise what is said after a wrong turn, once
 * @param solution the lines to type when the tasks before are done
 * @param placement what to do, where this task alone tests the chapter
 */
public record Task(
        String id,
        String text,
        Proof proof,
        List<String> after,
        Optional<Question> question,
        String done,
        List<String> hints,
        String otherwise,
        List<String> solution,
        Optional<String> placement) {
    public Task {
        after = List.copyOf(after);
        hints = List.copyOf(hints);
        solution = List.copyOf(solution);
    }

    Task alone() {
        return new Task(
                id, placement.orElse(text), proof, List.of(), question, done, hints, otherwise, solution, placement);
    }
}
