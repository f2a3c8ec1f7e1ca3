package dev.smtpsh.cli;

import dev.smtpsh.annotate.knowledge.Pressed;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Pressed rules as files of a folder. The plainest of ways to read them, because each start waits for it. */
record PressedFiles(File folder) implements Pressed {
    @Override
    public byte[] rules() {
        return read("rules.bin");
    }

    @Override
    public byte[] words() {
        return read("words.bin");
    }

    private byte[] read(String name) {
        File file = new File(folder, name);
        try (FileInputStream in = new FileInputStream(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
