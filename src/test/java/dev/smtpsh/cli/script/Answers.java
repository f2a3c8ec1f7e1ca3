package dev.smtpsh.cli.script;

import dev.smtpsh.shell.ask.Questions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Somebody who has the answers ready. */
final class Answers implements Questions {
    final List<String> asked = new ArrayList<>();
    private final Deque<String> answers;

    Answers(String... answers) {
        this.answers = new ArrayDeque<>(List.of(answers));
    }

    @Override
    public Reach reach() {
        return Reach.ASIDE;
    }

    @Override
    public Optional<String> line(String prompt) {
        asked.add(prompt);
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<char[]> secret(String prompt) {
        return line(prompt).map(String::toCharArray);
    }

    @Override
    public boolean confirm(String question, boolean otherwise) {
        return otherwise;
    }
}
