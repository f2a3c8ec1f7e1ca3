package dev.smtpsh.shell;

import dev.smtpsh.shell.ask.Questions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** An operator who answers what was written down for him, and remembers what he was asked. */
final class ScriptedQuestions implements Questions {
    final List<String> asked = new ArrayList<>();
    private final Deque<String> answers;

    ScriptedQuestions(String... answers) {
        this.answers = new ArrayDeque<>(Arrays.asList(answers));
    }

    @Override
    public Reach reach() {
        return Reach.PROMPT;
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
        return line(question).map(answer -> answer.equals("y")).orElse(otherwise);
    }

    @Override
    public Optional<byte[]> edit(byte[] text) {
        String before = new String(text, StandardCharsets.UTF_8);
        return line("edit " + before).map(answer -> (before + answer).getBytes(StandardCharsets.UTF_8));
    }
}
