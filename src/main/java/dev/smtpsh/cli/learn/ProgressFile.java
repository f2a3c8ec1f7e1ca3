package dev.smtpsh.cli.learn;

import dev.smtpsh.lesson.progress.Logbook;
import dev.smtpsh.lesson.progress.Mark;
import dev.smtpsh.lesson.progress.Progress;
import dev.smtpsh.lesson.progress.ProgressText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Progress in a file that only its owner may read (0600, its folder 0700). A file that cannot be read is left alone. */
public final class ProgressFile implements Logbook {
    private static final String NAME = "learn.json";

    private final Path file;
    private final Consumer<String> warn;
    private boolean warned;
    // What this run brought, where the file cannot be used.
    private final Logbook meanwhile = Logbook.ofThisRun();

    /**
     * @param folder for state; made when first needed
     * @param warn takes a sentence about a file that cannot be read, once
     */
    public ProgressFile(Path folder, Consumer<String> warn) {
        this.file = folder.resolve(NAME);
        this.warn = warn;
    }

    public Path path() {
        return file;
    }

    @Override
    public Progress read() {
        return stored().orElseGet(meanwhile::read);
    }

    @Override
    public Optional<String> keep(int lesson, Mark mark) {
        meanwhile.keep(lesson, mark);
        return change(progress -> progress.with(lesson, mark));
    }

    @Override
    public Optional<String> mark(int lesson, Mark mark) {
        meanwhile.mark(lesson, mark);
        return change(progress -> progress.marking(lesson, mark));
    }

    private Optional<String> change(UnaryOperator<Progress> change) {
        Optional<Progress> stored = stored();
        try {
            if (stored.isPresent()) {
                write(change.apply(stored.get()));
            }
            return Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.of(file + " cannot be written: " + e.getMessage());
        }
    }

    /** Forgets everything; what kept it from that, as a sentence. */
    public Optional<String> reset() {
        try {
            Files.deleteIfExists(file);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(file + " cannot be removed: " + e.getMessage());
        }
    }

    // Empty if there is a file that cannot be understood: it must not be written over.
    private Optional<Progress> stored() {
        try {
            if (!Files.exists(file)) {
                return Optional.of(Progress.NONE);
            }
            ProgressText text = ProgressText.read(file.toString(), Files.readString(file));
            text.complaints().stream().findFirst().ifPresent(complaint -> warn(complaint.toString()));
            return text.progress();
        } catch (IOException e) {
            warn(file + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private void warn(String what) {
        if (!warned) {
            warned = true;
            warn.accept("your progress cannot be read: " + what
                    + ". The file stays as it is, and nothing new is kept; learn --reset begins anew.");
        }
    }

    private void write(Progress progress) throws IOException {
        Path folder = file.getParent();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.getParent());
            Files.createDirectory(folder, permissions("rwx------"));
        }
        // A reader, or another smtpsh, never sees half of it.
        Path half = Files.createTempFile(folder, ".learn-", ".part", permissions("rw-------"));
        try {
            Files.writeString(half, ProgressText.write(progress), StandardCharsets.UTF_8);
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static FileAttribute<?> permissions(String words) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(words));
    }
}
