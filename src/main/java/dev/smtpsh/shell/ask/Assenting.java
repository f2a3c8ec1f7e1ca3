package dev.smtpsh.shell.ask;

import java.util.Optional;

/** Confirms everything; asks for the rest. */
record Assenting(Questions others) implements Questions {
    @Override
    public Reach reach() {
        return others.reach();
    }

    @Override
    public Optional<String> line(String prompt) {
        return others.line(prompt);
    }

    @Override
    public Optional<char[]> secret(String prompt) {
        return others.secret(prompt);
    }

    @Override
    public char choose(String question, String letters, char otherwise, char left) {
        return letters.indexOf('y') >= 0 ? 'y' : others.choose(question, letters, otherwise, left);
    }

    @Override
    public Optional<byte[]> edit(byte[] text) {
        return others.edit(text);
    }

    @Override
    public boolean confirm(String question, boolean otherwise) {
        return true;
    }
}
